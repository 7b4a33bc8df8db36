//! What has passed lately, for a proxy that confuses connections.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use dice::Dice;

use crate::http;

/// How many exchanges are remembered.
const MEMORY: usize = 40;
/// Larger messages are not remembered, in bytes.
const LARGEST: usize = 128 << 10;

/// Requests and answers of everybody who shares it. Cheap to clone.
#[derive(Clone, Default)]
pub struct Traffic(Arc<Mutex<VecDeque<Exchange>>>);

/// A request that was answered well.
struct Exchange {
    path: String,
    request: Vec<u8>,
    answer: Vec<u8>,
}

impl Traffic {
    /// Remembers an exchange, if it went well.
    pub fn remember(&self, request: &[u8], answer: &[u8]) {
        if http::status(answer) != 200 || request.len().max(answer.len()) > LARGEST {
            return;
        }
        let (path, request, answer) = (http::path(request), request.to_vec(), answer.to_vec());
        let mut memory = self.0.lock().unwrap();
        memory.push_back(Exchange { path, request, answer });
        if memory.len() > MEMORY {
            memory.pop_front();
        }
    }

    /// An earlier request, of anybody.
    pub fn request(&self, dice: &mut Dice) -> Option<Vec<u8>> {
        let memory = self.0.lock().unwrap();
        memory.get(dice.below(memory.len())).map(|it| it.request.clone())
    }

    /// The latest request.
    pub fn latest(&self) -> Option<Vec<u8>> {
        self.0.lock().unwrap().back().map(|it| it.request.clone())
    }

    /// An answer to an earlier request: to the same path, or to any.
    pub fn answer(&self, path: Option<&str>, dice: &mut Dice) -> Option<Vec<u8>> {
        let memory = self.0.lock().unwrap();
        let fits = |it: &&Exchange| path.is_none_or(|path| path == it.path);
        let fitting: Vec<_> = memory.iter().filter(fits).collect();
        fitting.get(dice.below(fitting.len())).map(|it| it.answer.clone())
    }
}
