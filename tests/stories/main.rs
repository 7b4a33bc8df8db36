//! What Bomiljø does for people, told with real devices and a real server.
#![allow(clippy::unwrap_used, reason = "a story that cannot go on should stop")]

mod asking;
mod conflicts;
mod importing;
mod joining;
mod keeping;
mod manners;
mod restoring;
mod sharing;
mod undoing;
