//! Making a failing world smaller: the shortest beginning that fails, then without whatever it
//! fails without.

use crate::plan::Plan;
use crate::run::run;

/// Most worlds tried.
const TRIES: usize = 300;

/// A smaller plan that fails as well.
pub fn shrink(plan: &Plan) -> Plan {
    let (mut best, mut tries) = (plan.clone(), 0);
    let mut chunk = best.actions.len().div_ceil(2);
    while chunk > 0 {
        let mut at = best.actions.len();
        while at > 0 && tries < TRIES {
            let from = at.saturating_sub(chunk);
            let mut smaller = best.clone();
            smaller.actions.drain(from..at.min(best.actions.len()));
            tries += 1;
            if run(&smaller).broken.is_some() {
                best = smaller;
            }
            at = from;
        }
        chunk /= 2;
    }
    best
}
