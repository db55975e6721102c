//! What lets us in to the server. Not here: the connection itself (`connection`).

use std::env;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::regular_file;

/// The length of a cookie; the servers take no other.
const BYTES: usize = 256;

/// The first cookie that is found where libpulse looks. Without one it is all zeros, as libpulse sends
/// them: a server of the same person lets us in, but `PipeWire` refuses one of another length.
pub fn cookie() -> Vec<u8> {
    let var = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
    let places = places(
        var("PULSE_COOKIE").map(PathBuf::from),
        var("XDG_CONFIG_HOME").map(PathBuf::from),
        env::home_dir().as_deref(),
    );
    first_of(&places)
}

fn places(cookie: Option<PathBuf>, config: Option<PathBuf>, home: Option<&Path>) -> Vec<PathBuf> {
    let in_home = |name: &str| home.map(|home| home.join(name));
    [
        cookie,
        config.map(|config| config.join("pulse/cookie")),
        in_home(".config/pulse/cookie"),
        in_home(".pulse-cookie"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn first_of(places: &[PathBuf]) -> Vec<u8> {
    places
        .iter()
        .find_map(|path| read(path))
        .unwrap_or_else(|| vec![0; BYTES])
}

fn read(path: &Path) -> Option<Vec<u8>> {
    let (mut file, _) = regular_file::open(path).ok()?;
    let mut cookie = vec![0; BYTES];
    file.read_exact(&mut cookie).ok()?;
    Some(cookie)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;
    use std::fs;

    #[test]
    fn it_is_looked_for_where_libpulse_does_and_else_all_zeros() {
        let home = tempfile::tempdir().unwrap();
        let home = home.path();
        let places = places(
            Some(home.join("named")),
            Some(home.join("config")),
            Some(home),
        );
        assert_eq!(first_of(&places), vec![0; 256]);
        // From the last place to the first, each before those that were there already.
        for (number, place) in (1..).zip([
            ".pulse-cookie",
            ".config/pulse/cookie",
            "config/pulse/cookie",
            "named",
        ]) {
            let place = home.join(place);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            fs::write(&place, vec![number; 256]).unwrap();
            assert_eq!(first_of(&places), vec![number; 256], "{place:?}");
        }
        // One that is cut short is none.
        fs::write(home.join("named"), [9; 255]).unwrap();
        assert_eq!(first_of(&places), vec![3; 256]);
    }
}
