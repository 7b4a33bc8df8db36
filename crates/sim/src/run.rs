//! One world from beginning to end.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::plan::Plan;
use crate::trace::Trace;
use crate::world::{Broken, World};

/// How a world ended.
pub struct Run {
    /// What happened in it.
    pub trace: Trace,
    /// What didn't hold, if anything.
    pub broken: Option<Broken>,
}

/// Carries out a plan, mends everything, and looks whether all is as it must be.
pub fn run(plan: &Plan) -> Run {
    let mut world = World::new(plan);
    let outcome = catch_unwind(AssertUnwindSafe(|| live(&mut world, plan)));
    let outcome = outcome.unwrap_or_else(|panic| Err(words(panic.as_ref())));
    Run { trace: world.trace, broken: outcome.err() }
}

fn live(world: &mut World, plan: &Plan) -> Result<(), Broken> {
    for action in &plan.actions {
        world.act(*action)?;
    }
    world.heal()?;
    world.is_whole()
}

fn words(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    let text = text.or_else(|| panic.downcast_ref::<&str>().map(|it| (*it).to_owned()));
    format!("panicked: {}", text.unwrap_or_default())
}
