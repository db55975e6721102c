//! A connection to the server: made, asked, ended, each within a limit; and what its errors mean.
//! Not here: what is asked (`pulse_backend`).

use std::io::{self, Read as _};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use pulseaudio::protocol::{ProtocolError, PulseError};
use pulseaudio::{Client, ClientError};

use crate::audio::backend::pulse_backend::cookie::cookie;
use crate::model::fault::SoundFault;

/// What mixers show.
pub const NAME: &std::ffi::CStr = c"Retake";

/// Ends when it is dropped.
pub struct Connection {
    /// Asks for anything.
    pub client: Client,
    // The crate's thread has the other one.
    socket: UnixStream,
    path: PathBuf,
}

impl Connection {
    /// Connects to the socket at this path. The server may take `limit` for each of its first answers.
    pub fn to(path: &Path, limit: Duration) -> Result<Self, ClientError> {
        let socket = UnixStream::connect(path)?;
        // For the first two messages, which are waited for on this thread.
        socket.set_read_timeout(Some(limit))?;
        socket.set_write_timeout(Some(limit))?;
        let client = Client::new_unix(NAME, socket.try_clone()?, Some(cookie()))?;
        Ok(Self {
            client,
            socket,
            path: path.to_owned(),
        })
    }

    /// Another connection to the same server.
    pub fn again(&self, limit: Duration) -> Result<Self, ClientError> {
        Self::to(&self.path, limit)
    }

    /// Its line, to be looked at when the crate has given it up.
    pub fn link(&self) -> io::Result<Link> {
        Ok(Link(self.socket.try_clone()?))
    }
}

/// The line of a connection.
pub struct Link(UnixStream);

impl Link {
    /// Whether the server still holds its end, and we have not let go of ours. What arrived meanwhile
    /// is thrown away: nobody else may read from it any more.
    pub fn is_held(&self) -> bool {
        let mut byte = [0];
        self.0.set_nonblocking(true).is_ok()
            && match (&self.0).read(&mut byte) {
                Ok(read) => read > 0,
                Err(error) => matches!(
                    error.kind(),
                    io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted
                ),
            }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        // The crate's thread waits for the server, and would not notice that nobody needs it any more.
        // It fails where the server hung up before.
        self.socket.shutdown(Shutdown::Both).ok();
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Asks, and waits for the answer until then.
pub fn answer<T>(
    until: Instant,
    question: impl Future<Output = Result<T, ClientError>>,
) -> Result<T, ClientError> {
    let mut question = pin!(question);
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    loop {
        if let Poll::Ready(answer) = question.as_mut().poll(&mut context) {
            return answer;
        }
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(ProtocolError::Timeout.into());
        }
        thread::park_timeout(left);
    }
}

/// Whether what was asked for is not there.
pub fn is_missing<T>(answer: &Result<T, ClientError>) -> bool {
    matches!(answer, Err(ClientError::ServerError(PulseError::NoEntity)))
}

/// Whether this is what no answer looks like.
pub fn is_silence(error: &ClientError) -> bool {
    let late = |error: &io::Error| {
        matches!(
            error.kind(),
            io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut
        )
    };
    match error {
        ClientError::Protocol(ProtocolError::Timeout) => true,
        ClientError::Io(error) | ClientError::Protocol(ProtocolError::Io(error)) => late(error),
        _ => false,
    }
}

/// What an error when opening means to a person.
pub fn fault(error: &ClientError) -> SoundFault {
    use PulseError as E;
    match error {
        ClientError::ServerError(E::NoEntity) => SoundFault::NoMicrophone,
        ClientError::ServerError(E::AccessDenied | E::AuthKey) => SoundFault::PermissionDenied,
        ClientError::ServerError(E::Busy) => SoundFault::DeviceBusy,
        ClientError::Disconnected | ClientError::Io(_) | ClientError::ServerUnavailable => {
            SoundFault::SoundServerGone
        }
        error if is_silence(error) => SoundFault::SoundServerGone,
        error => SoundFault::Other {
            detail: error.to_string(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_error_has_its_meaning() {
        use ClientError as C;
        let io = |kind: io::ErrorKind| io::Error::from(kind);
        for (error, meaning) in [
            (
                C::ServerError(PulseError::NoEntity),
                SoundFault::NoMicrophone,
            ),
            (
                C::ServerError(PulseError::AccessDenied),
                SoundFault::PermissionDenied,
            ),
            (C::ServerError(PulseError::Busy), SoundFault::DeviceBusy),
            (C::Disconnected, SoundFault::SoundServerGone),
            (
                C::Io(io(io::ErrorKind::BrokenPipe)),
                SoundFault::SoundServerGone,
            ),
            (
                C::Protocol(ProtocolError::Io(io(io::ErrorKind::WouldBlock))),
                SoundFault::SoundServerGone,
            ),
            (
                C::Protocol(ProtocolError::Timeout),
                SoundFault::SoundServerGone,
            ),
        ] {
            assert_eq!(fault(&error), meaning, "{error:?}");
        }
        let odd = fault(&C::ServerError(PulseError::Invalid));
        assert!(matches!(odd, SoundFault::Other { .. }), "{odd:?}");
    }

    #[test]
    fn only_no_answer_passes_for_silence() {
        let refused = io::Error::from(io::ErrorKind::ConnectionRefused);
        assert!(!is_silence(&ClientError::Io(refused)));
        let broken = io::Error::from(io::ErrorKind::UnexpectedEof);
        assert!(!is_silence(&ClientError::Protocol(ProtocolError::Io(
            broken
        ))));
        let late = io::Error::from(io::ErrorKind::TimedOut);
        assert!(is_silence(&ClientError::Io(late)));
    }

    #[test]
    fn a_question_that_nobody_answers_ends() {
        let never = std::future::pending::<Result<(), ClientError>>();
        let told = answer(Instant::now() + Duration::from_millis(5), never);
        assert!(told.is_err_and(|error| is_silence(&error)));
    }

    #[test]
    fn an_answer_that_is_there_counts_however_late_it_is() {
        let told = answer(Instant::now(), std::future::ready(Ok(7)));
        assert!(matches!(told, Ok(7)), "{told:?}");
    }

    #[test]
    fn only_what_is_known_to_be_gone_is_missing() {
        let gone = Err::<(), _>(ClientError::ServerError(PulseError::NoEntity));
        assert!(is_missing(&gone));
        let late = Err::<(), _>(ClientError::Protocol(ProtocolError::Timeout));
        assert!(!is_missing(&late));
        assert!(!is_missing(&Ok(())));
    }
}
