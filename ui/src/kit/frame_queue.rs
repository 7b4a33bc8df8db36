//! Work that would take too long in one frame, done piece by piece.

use std::cell::RefCell;
use std::collections::VecDeque;

use leptos::prelude::*;

/// Does a piece of work, and returns whether there was anything to do.
type Turn = Box<dyn FnOnce() -> bool>;

thread_local! {
    static TURNS: RefCell<VecDeque<Turn>> = RefCell::default();
}

/// Queues a piece of work. It is done in the next frame, if the queue is empty.
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

/// Does the first piece that has anything to do, and the next one two frames later: by then,
/// mostly, the data that the first asked for has come and is drawn.
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
