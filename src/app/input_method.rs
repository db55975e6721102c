//! Asks the input method of X11 for the syllable that it holds. Not here: when it is asked, and what is
//! done with the syllable (`typing`).

/// What can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// The input method's syllable. Its answer is the syllable, if there is one, and then a press of [`SIGN`].
    Syllable,
    /// Text that came while the window had no keyboard. winit drops the key without a code that announces it, and
    /// libX11 keeps the text: another such key brings it.
    Leftover,
    /// winit does what it puts off until the next event, such as switching the input method off.
    Attention,
}

/// Asks; waits for nothing.
pub type Ask = Box<dyn Fn(Wish)>;

/// A key that hardly any keyboard has. To an input method it means nothing: it writes what it holds, as
/// at every key that is no letter, and gives the key back.
pub const SIGN: egui::Key = egui::Key::F24;

/// `None` where syllables come together with the keys that end them: everywhere but on X11.
#[cfg(target_os = "linux")]
pub fn of_window(window: &impl raw_window_handle::HasWindowHandle) -> Option<Ask> {
    x11::asker(window)
}

#[cfg(not(target_os = "linux"))]
pub fn of_window<W>(_window: &W) -> Option<Ask> {
    None
}

#[cfg(target_os = "linux")]
mod x11 {
    use raw_window_handle::{HasWindowHandle, RawWindowHandle};
    use x11rb::connection::Connection as _;
    use x11rb::errors::ConnectionError;
    use x11rb::protocol::xproto::{
        AtomEnum, ClientMessageEvent, ConnectionExt as _, EventMask, KEY_PRESS_EVENT, KeyButMask,
        KeyPressEvent, Window,
    };
    use x11rb::rust_connection::RustConnection;
    use x11rb::{CURRENT_TIME, NONE};

    use crate::app::input_method::{Ask, Wish};

    /// The place of `SIGN` on the keyboards of Linux.
    const SIGN_CODE: u8 = 202;
    /// The key that announces text of an input method.
    const TEXT_CODE: u8 = 0;
    /// Texts that may have come while the window had no keyboard. One that stayed behind would come in the place of the
    /// next syllable; a key too many brings nothing.
    const LEFTOVERS: usize = 3;

    /// A connection of its own, because that of the window is not within reach.
    pub(super) fn asker(window: &impl HasWindowHandle) -> Option<Ask> {
        let window = match window.window_handle().ok()?.as_raw() {
            RawWindowHandle::Xlib(handle) => Window::try_from(handle.window).ok()?,
            RawWindowHandle::Xcb(handle) => handle.window.get(),
            _ => return None,
        };
        let connection = match RustConnection::connect(None) {
            Ok((connection, _)) => connection,
            Err(error) => {
                tracing::warn!("the input method cannot be asked: {error}");
                return None;
            }
        };
        Some(Box::new(move |wish| {
            let sent = match wish {
                Wish::Syllable => press(&connection, window, SIGN_CODE),
                Wish::Leftover => {
                    (0..LEFTOVERS).try_for_each(|_| press(&connection, window, TEXT_CODE))
                }
                Wish::Attention => say_nothing(&connection, window),
            };
            if let Err(error) = sent {
                tracing::warn!("the input method was not asked: {error}");
            }
        }))
    }

    /// Presses a key for the window.
    fn press(connection: &RustConnection, window: Window, code: u8) -> Result<(), ConnectionError> {
        let event = KeyPressEvent {
            response_type: KEY_PRESS_EVENT,
            detail: code,
            sequence: 0,
            time: CURRENT_TIME,
            root: NONE,
            event: window,
            child: NONE,
            root_x: 0,
            root_y: 0,
            event_x: 0,
            event_y: 0,
            state: KeyButMask::default(),
            same_screen: true,
        };
        // With no mask it goes to whom the window belongs.
        connection.send_event(false, window, EventMask::NO_EVENT, event)?;
        connection.flush()
    }

    /// A message that means nothing to anybody.
    fn say_nothing(connection: &RustConnection, window: Window) -> Result<(), ConnectionError> {
        let event = ClientMessageEvent::new(32, window, AtomEnum::STRING, [0; 5]);
        connection.send_event(false, window, EventMask::NO_EVENT, event)?;
        connection.flush()
    }
}
