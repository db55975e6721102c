//! Arguments, logging, window. Everything else is in the library.

use std::process::ExitCode;

use retake::app::RetakeApp;
use retake::app::arguments::{CliCommand, parse};
use retake::ui::theme::size;

fn main() -> ExitCode {
    let args = std::env::args_os().skip(1);
    let result = match parse(args, std::env::var_os("RETAKE_LIBRARY")) {
        Ok(CliCommand::Run(arguments)) => run(arguments),
        Ok(CliCommand::Analyse(wish)) => retake::app::analyse::analyse(&wish),
        Ok(CliCommand::Help(language)) => retake::app::print_help(language),
        Ok(CliCommand::Version) => {
            retake::app::print_line(&format!("retake {}", env!("CARGO_PKG_VERSION")))
        }
        Err(error) => Err(error.into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing_subscriber::fmt()
                .with_writer(std::io::stderr)
                .try_init()
                .ok();
            tracing::error!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: retake::app::arguments::Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let filter = tracing_subscriber::EnvFilter::try_from_env("RETAKE_LOG")
        .unwrap_or_else(|_| "warn,winit=error".into());
    // Only a second start in one process could fail here; then the first one's log goes on.
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .try_init()
        .ok();
    let window_file = retake::app::window_file(&arguments);
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title("Retake")
            .with_app_id("retake")
            .with_inner_size(size::WINDOW)
            .with_min_inner_size(size::WINDOW_MIN),
        persist_window: window_file.is_some(),
        persistence_path: window_file,
        ..eframe::NativeOptions::default()
    };
    let language = arguments.language;
    let ran = eframe::run_native(
        "Retake",
        options,
        Box::new(move |creation| Ok(Box::new(RetakeApp::new(creation, &arguments)?))),
    );
    if let Err(error) = &ran {
        retake::app::no_window::tell(error, language);
    }
    Ok(ran?)
}
