//! How messages arrive, and how time passes.

use app::Answer;
use wire::{Endpoint, Pull, Refusal, WAIT_MILLIS, encode};

use crate::dice::Dice;
use crate::network::{Leg, Message};
use crate::world::World;

impl World {
    /// Lets a few things happen that happen by themselves.
    pub fn steps(&mut self, dice: &mut Dice) {
        for _ in 0..dice.between(1, 4) {
            self.step(dice.below(3));
        }
    }

    /// Delivers the oldest message that can be delivered, or lets time pass.
    pub fn step(&mut self, node: usize) {
        match self.ripe().first() {
            Some(message) => self.deliver(*message, node),
            None => self.network.lock().pass(),
        }
        self.go_on();
    }

    /// The messages that can be delivered. A wait is held until there is news, or it runs out.
    pub fn ripe(&self) -> Vec<usize> {
        let net = self.network.lock();
        let ripe = |message: &Message| match message.wait() {
            Some(wait) => {
                let over = net.now >= message.sent + WAIT_MILLIS;
                over || self.central.head(wait.space) != Some(wait.after)
            }
            None => true,
        };
        (0..net.messages.len()).filter(|it| ripe(&net.messages[*it])).collect()
    }

    /// Has a message arrive: a request at one of the server's processes, an answer at its device.
    pub fn deliver(&mut self, message: usize, node: usize) {
        let message = self.network.lock().messages.remove(message);
        if self.network.lock().now < self.devices[message.device].away {
            self.note(&format!("no contact: {}", message.describe()));
            drop(message.back.map(|it| it.send(None)));
            return self.go_on();
        }
        self.note(&message.describe());
        match message.leg {
            Leg::There(proof, body) => {
                let answer = self.answer(node, &message.path, &proof, &body);
                if message.path == Pull::PATH && answer.status == 200 {
                    self.pages.push(answer.clone());
                }
                let (sent, leg) = (self.network.lock().now, Leg::Back(answer));
                let back = message.back;
                if back.is_some() {
                    self.network.lock().messages.push(Message { sent, leg, back, ..message });
                }
            }
            Leg::Back(answer) => {
                if let Some(back) = message.back {
                    let _ = back.send(Some(answer));
                }
            }
        }
        self.go_on();
    }

    /// What a request meets on its way: a proxy with a limit, a server that is busy, the server.
    fn answer(&mut self, node: usize, path: &str, proof: &str, body: &[u8]) -> Answer {
        let now = self.network.lock().now;
        if body.len() > self.proxy {
            self.trace.count("413");
            return Answer { status: 413, body: b"<html>Request Entity Too Large</html>".to_vec() };
        }
        if now < self.busy {
            self.trace.count("429");
            let busy = Refusal::Busy { millis: self.busy - now };
            let body = if now.is_multiple_of(2) {
                encode(&busy)
            } else {
                b"<html>slow down</html>".to_vec()
            };
            return Answer { status: 429, body };
        }
        self.central.post(node, path, proof, body)
    }
}
