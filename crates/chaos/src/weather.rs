//! Which request meets which fault: a pure function of a seed and of the request's number.

use dice::Dice;

use crate::faults::Fault;

/// Most requests that one fault lasts for.
const SPELL: usize = 40;

/// What the network does to one request after another.
#[derive(Debug, Clone)]
pub struct Weather {
    dice: Dice,
    among: Vec<Fault>,
    one_in: usize,
    spell: Option<(Fault, usize)>,
}

impl Weather {
    /// One request in `one_in` meets one of the faults; some of them last for many requests.
    pub fn new(seed: u64, one_in: usize, among: &[Fault]) -> Self {
        Self { dice: Dice::new(seed), among: among.to_vec(), one_in, spell: None }
    }

    /// A network without faults.
    pub const fn fair() -> Self {
        Self { dice: Dice::new(0), among: Vec::new(), one_in: 1, spell: None }
    }

    /// What the next request meets, and the luck that decides its details.
    pub fn next_request(&mut self) -> Option<(Fault, Dice)> {
        let luck = Dice::new(self.dice.roll());
        if let Some((fault, left)) = self.spell.take() {
            self.spell = (left > 1).then_some((fault, left - 1));
            return Some((fault, luck));
        }
        if self.among.is_empty() || !self.dice.one_in(self.one_in) {
            return None;
        }
        let fault = *self.dice.pick(&self.among);
        if self.dice.one_in(8) {
            self.spell = Some((fault, self.dice.between(2, SPELL)));
        }
        Some((fault, luck))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::faults::HONEST;

    #[test]
    fn a_seed_decides_the_weather_of_every_request() {
        let faults = |seed| {
            let mut weather = Weather::new(seed, 5, &HONEST);
            (0..500).map(move |_| weather.next_request().map(|it| it.0)).collect::<Vec<_>>()
        };
        assert_eq!(faults(7), faults(7));
        assert_ne!(faults(7), faults(8));
    }

    #[test]
    fn every_fault_comes_and_some_stay() {
        let mut weather = Weather::new(1, 5, &HONEST);
        let faults: Vec<_> = (0..5_000).map(|_| weather.next_request().map(|it| it.0)).collect();
        assert!(HONEST.iter().all(|it| faults.contains(&Some(*it))));
        assert!(faults.windows(10).any(|it| it[0].is_some() && it.iter().all(|at| *at == it[0])));
    }
}
