//! Logging. The log never names a user, device or site.

use tracing::Metadata;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::{FilterExt, filter_fn};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::{SubscriberInitExt, TryInitError};
use tracing_subscriber::{EnvFilter, Layer, fmt};

/// Where what is logged may come from. Others' crates log what they handle: PostgreSQL's client each
/// statement with its values, HTTP's each header and body. What goes wrong in them, our own code says.
const OURS: [&str; 2] = ["server", "bomiljo_server"];

/// Logs to standard error what `RUST_LOG` asks for of our own, and nothing of others, whatever it says.
pub fn begin() -> Result<(), TryInitError> {
    let asked =
        EnvFilter::builder().with_default_directive(LevelFilter::INFO.into()).from_env_lossy();
    let lines = fmt::layer().with_writer(std::io::stderr);
    tracing_subscriber::registry().with(lines.with_filter(filter_fn(is_ours).and(asked))).try_init()
}

fn is_ours(metadata: &Metadata<'_>) -> bool {
    metadata.target().split("::").next().is_some_and(|name| OURS.contains(&name))
}
