//! Work that would make a frame long if it were done together, done a piece at a time.

use std::cell::RefCell;
use std::collections::VecDeque;

use leptos::prelude::*;

/// Does something, and says whether there was anything to do.
type Turn = Box<dyn FnOnce() -> bool>;

thread_local! {
    static TURNS: RefCell<VecDeque<Turn>> = RefCell::default();
}

/// Has a piece of work done when its turn comes: in the next frame, if nobody else waits.
pub fn in_turn(work: impl FnOnce() -> bool + 'static) {
    wait(Box::new(work));
}

fn wait(work: Turn) {
    let alone = TURNS.with_borrow_mut(|it| {
        it.push_back(work);
        it.len() == 1
    });
    if alone {
        request_animation_frame(turn);
    }
}

/// Lets the first who has anything to do, and the next two frames later: by then what it asked for
/// has come and is drawn, mostly.
fn turn() {
    while let Some(work) = TURNS.with_borrow_mut(VecDeque::pop_front) {
        if work() {
            break;
        }
    }
    if TURNS.with_borrow(|it| !it.is_empty()) {
        request_animation_frame(|| request_animation_frame(turn));
    }
}
