//! The toast.
