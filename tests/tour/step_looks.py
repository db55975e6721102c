"""What belongs here: the third part of the tour: every screen in both languages, both themes, two sizes.
What does not: whether the program works (step_answer.py, step_later.py). People judge these pictures.
"""
import shutil

import app

SIZES = {"": app.WINDOW, "-small": (800, 560)}


def _library_with(tour, theme):
    """A copy of the library whose settings ask for a theme."""
    path = tour.work / f"library-{theme}"
    shutil.rmtree(path, ignore_errors=True)
    shutil.copytree(tour.library.path, path)
    settings = path / "settings.toml"
    lines = settings.read_text(encoding="utf-8").splitlines() if settings.exists() else []
    lines = [line for line in lines if not line.replace(" ", "").startswith("theme=")]
    settings.write_text("\n".join([f'theme = "{theme}"', *lines]) + "\n", encoding="utf-8")
    return path


def _screens(tour, tag):
    """Every screen at the present size, a follow-up, and the list of keys; returns Practice."""
    run = tour.app
    run.go("practice")
    practice = tour.picture(f"practice{tag}")
    run.go("timeline")
    tour.picture(f"timeline{tag}")
    run.key("Down")
    tour.changes(["Return"], "the review of the row")
    tour.picture(f"review{tag}")
    tour.changes(["f"], "a follow-up")
    tour.picture(f"follow-up{tag}")
    tour.changes(["Escape"], "the review again")
    run.go("today")
    tour.picture(f"today{tag}")
    run.go("interview")
    tour.picture(f"interview{tag}")
    run.go("stories")
    tour.picture(f"stories{tag}")
    run.go("drill")
    tour.picture(f"drill{tag}")
    run.go("progress")
    tour.picture(f"progress{tag}")
    run.go("check")
    tour.picture(f"check{tag}")
    run.go("settings")
    tour.picture(f"settings{tag}")
    tour.changes(["question"], "the list of keys")
    tour.picture(f"keys{tag}")
    tour.changes(["Escape"], "the list of keys to close")
    return practice


def all_of_it(tour):
    for language in ("ko", "en"):
        for theme in ("light", "dark"):
            tour.step(f"every screen: {language}, {theme}")
            run = tour.start("--language", language, "--seed", "3", library=_library_with(tour, theme))
            tour.changes(["n"], "a question")
            for name, size in SIZES.items():
                run.resize(*size)
                practice = _screens(tour, f"-{language}-{theme}{name}")
                tour.verify(app.near(practice[-4, 3], [app.ROOM_COLOURS[theme]]),
                            f"{language}, {theme}, {size[0]} x {size[1]}: all screens shown, the room is {theme}")
            tour.close()
