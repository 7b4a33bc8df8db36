//! What goes wrong on the way between devices and the server.

use wire::{Endpoint, Pull};

use crate::dice::Dice;
use crate::network::{Leg, Message};
use crate::world::World;

impl World {
    /// Loses a message. Half of the senders hear of it at once; the others run out of patience.
    pub fn lose(&mut self, dice: &mut Dice) {
        let told = dice.one_in(2);
        let Some(message) = self.pick(dice).map(|it| self.network.lock().messages.remove(it))
        else {
            return;
        };
        self.note(&format!(
            "lost, {}: {}",
            if told { "told" } else { "untold" },
            message.describe()
        ));
        match message.back {
            Some(back) if told => drop(back.send(None)),
            Some(back) => self.network.lock().forgotten.push(back),
            None => {}
        }
    }

    /// Has a request arrive a second time.
    pub fn duplicate(&mut self, dice: &mut Dice) {
        let Some(message) = self.pick(dice) else { return };
        let mut net = self.network.lock();
        let Message { device, path, sent, leg, .. } = &net.messages[message];
        if let Leg::There(proof, body) = leg {
            let leg = Leg::There(proof.clone(), body.clone());
            let again =
                Message { device: *device, path: path.clone(), sent: *sent, leg, back: None };
            let at = dice.below(net.messages.len() + 1);
            net.messages.insert(at, again);
        }
    }

    /// Delivers a message before its turn.
    pub fn reorder(&mut self, dice: &mut Dice) {
        let ripe = self.ripe();
        if !ripe.is_empty() {
            self.deliver(*dice.pick(&ripe), dice.below(3));
        }
    }

    /// Cuts a message off.
    pub fn truncate(&mut self, dice: &mut Dice) {
        let Some(message) = self.pick(dice) else { return };
        match &mut self.network.lock().messages[message].leg {
            Leg::There(_, body) => body.truncate(dice.below(body.len())),
            Leg::Back(answer) => answer.body.truncate(dice.below(answer.body.len())),
        }
        self.note("truncated");
    }

    /// An answer reaches somebody else: two that are under way change places, or a page comes
    /// that was meant for another.
    pub fn cross(&mut self, dice: &mut Dice) {
        let mut net = self.network.lock();
        let answers: Vec<_> =
            (0..net.messages.len()).filter(|it| net.messages[*it].is_good_answer()).collect();
        if answers.is_empty() {
            return;
        }
        let one = *dice.pick(&answers);
        let path = net.messages[one].path.clone();
        let alike = |it: &usize| *it != one && net.messages[*it].path == path;
        let others: Vec<_> = answers.into_iter().filter(alike).collect();
        if path == Pull::PATH && dice.one_in(2) {
            net.messages[one].leg = Leg::Back(dice.pick(&self.pages).clone());
        } else if others.is_empty() {
            return;
        } else {
            let two = *dice.pick(&others);
            let [one, two] = net.messages.get_disjoint_mut([one, two]).unwrap();
            std::mem::swap(&mut one.leg, &mut two.leg);
        }
        drop(net);
        self.note("crossed");
    }

    /// The server is busy for a while.
    pub fn be_busy(&mut self, dice: &mut Dice) {
        self.busy = self.network.lock().now + dice.between(100, 20_000) as u64;
    }

    /// A device has no contact for up to ten minutes.
    pub fn go_away(&mut self, device: usize, dice: &mut Dice) {
        let away = dice.between(1_000, 600_000) as u64;
        self.devices[device].away = self.network.lock().now + away;
        self.note(&format!("{device} is away"));
    }

    fn pick(&self, dice: &mut Dice) -> Option<usize> {
        let messages = self.network.lock().messages.len();
        (messages > 0).then(|| dice.below(messages))
    }
}
