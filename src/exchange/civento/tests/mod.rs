//! Libraries read and written.
