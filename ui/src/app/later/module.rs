//! The module of all pages but the first ones, and of the parts that open over pages.

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::app::later::{Deferred, Module};
use crate::app::not_found::not_found;
use crate::app::pages;
use crate::app::session::App;
use crate::kit::states;

/// The module, which is fetched on first use.
pub const MODULE: Module = Module { fetch: fetch_and_watch, draw: drawn };

fn fetch_and_watch(app: App) -> Pin<Box<dyn Future<Output = bool>>> {
    Box::pin(async move {
        let here = fetch().await.is_ok();
        if here {
            let _ = watch(app).await;
        }
        here
    })
}

#[wasm_split(later, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "the macro adds that the module can't be fetched")]
fn watch(app: App) -> Result<(), SplitLoaderError> {
    pages::keep_watch(app);
    Ok(())
}

/// Drawn now and not in a task, because a view belongs to its place in the page.
fn drawn(what: Deferred) -> AnyView {
    match pin!(draw(what)).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(view)) => view,
        Poll::Ready(Err(_)) | Poll::Pending => states::waiting(),
    }
}

#[wasm_split(later, fallible, preload(fetch))]
#[allow(clippy::unnecessary_wraps, reason = "the macro adds that the module can't be fetched")]
fn draw(what: Deferred) -> Result<AnyView, SplitLoaderError> {
    let view = match what {
        Deferred::Page(page, args) => pages::draw(page.name, &args),
        Deferred::Part(name, with) => pages::draw_part(name, &*with),
    };
    Ok(view.unwrap_or_else(not_found))
}
