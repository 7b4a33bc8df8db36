//! Answers that stay fresh: asked for again after each change that they depend on, and remembered
//! for the way back.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use chrono::NaiveDate;
use domain::views::Status;
use domain::{Call, Fault, Request};
use leptos::prelude::*;

use crate::app::api;
use crate::app::session::app;
use crate::kit::erased::{dynamic, effect, task};
use crate::kit::states::{waiting, wrong};

/// Answers remembered at most; going back to a list shows it at once, where it was.
const REMEMBERED: usize = 24;

/// The answer to a call, once there is one.
pub type Answer<T> = RwSignal<Option<Result<T, Fault>>>;

/// Takes a reply as it travelled.
type Offer = dyn Fn(Result<&str, Fault>);

thread_local! {
    static REMEMBER: RefCell<HashMap<String, String>> = RefCell::default();
}

/// The answer to the call that `make` makes. It is asked for again when something that it is made
/// from has changed, or a signal that `make` reads. The old answer stays until the new one is there.
pub fn live<C>(make: impl Fn() -> C + 'static) -> Answer<C::Reply>
where
    C: Call + 'static,
    C::Reply: Send + Sync + 'static,
{
    let answer: Answer<C::Reply> = RwSignal::new(None);
    let offer = move |reply: Result<&str, Fault>| {
        let reply = reply.and_then(api::read::<C>);
        let shown = answer.try_with_untracked(|it| matches!(it, Some(Ok(_))));
        // A failure doesn't take away what is shown.
        if shown == Some(false) || reply.is_ok() {
            let _ = answer.try_set(Some(reply));
        }
    };
    refresh(Box::new(move || make().into()), Rc::new(offer));
    answer
}

/// A request as it travels, and the state of the data that its answer is made from.
type Question = (String, Option<(u64, NaiveDate)>);

/// The question that a call is now. A new day changes each answer, also when no record has changed.
fn question(call: &Request, status: Option<&Status>) -> Question {
    let reads = call.reads();
    (api::to_text(call), status.map(|it| (it.versions.of(&reads), it.today)))
}

/// Sends the request that `make` makes, now and whenever its question becomes another one, and hands
/// on the reply; first the last reply, if it is remembered.
fn refresh(make: Box<dyn Fn() -> Request>, offer: Rc<Offer>) {
    let status = app().status;
    let asked = StoredValue::new(None::<Question>);
    let latest = StoredValue::new(0_u64);
    let shown = StoredValue::new(None::<String>);
    // An answer equal to the shown one draws nothing, so the user keeps the place in a list.
    let show = move |reply: &str, offer: &Offer| {
        if shown.try_with_value(|it| it.as_deref() != Some(reply)) == Some(true) {
            shown.set_value(Some(reply.to_owned()));
            offer(Ok(reply));
        }
    };
    effect(move || {
        let call = make();
        let now = status.with(|it| question(&call, it.as_ref()));
        if asked.with_value(|it| it.as_ref() == Some(&now)) {
            return;
        }
        asked.set_value(Some(now.clone()));
        let request = now.0;
        if let Some(known) = remembered(&request) {
            show(&known, &*offer);
        }
        latest.update_value(|it| *it += 1);
        let number = latest.get_value();
        let offer = offer.clone();
        task(async move {
            let reply = api::ask(request.clone()).await;
            if latest.try_get_value() != Some(number) {
                return;
            }
            if !reply.as_ref().is_ok_and(|it| is_answer(it)) {
                // The next change of the device's state tries again.
                let _ = asked.try_set_value(None);
            }
            match &reply {
                Ok(reply) => show(reply, &*offer),
                Err(fault) => offer(Err(fault.clone())),
            }
            remember(request, reply.ok());
        });
    });
}

/// Makes a call whose answer the first page will want, while there is no page yet.
pub async fn ask_ahead(request: String) {
    let reply = api::ask(request.clone()).await.ok();
    // What fails now may not when the page asks.
    remember(request, reply.filter(|it| is_answer(it)));
}

/// Whether a reply as it travelled is an answer rather than a fault.
fn is_answer(reply: &str) -> bool {
    reply.starts_with(r#"{"Ok""#)
}

fn remembered(request: &str) -> Option<String> {
    REMEMBER.with_borrow(|all| all.get(request).cloned())
}

fn remember(request: String, reply: Option<String>) {
    REMEMBER.with_borrow_mut(|all| {
        if all.len() > REMEMBERED {
            all.clear();
        }
        if let Some(reply) = reply {
            all.insert(request, reply);
        }
    });
}

/// Shows an answer once it is there, and grey bars where that takes long.
pub fn shown<T>(answer: Answer<T>, view: impl Fn(T) -> AnyView + Send + 'static) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    let show = move || match answer.get() {
        None => waiting(),
        Some(Err(fault)) => wrong(&fault),
        Some(Ok(value)) => view(value),
    };
    dynamic(show)
}

/// Shows more of an answer that is [`shown`] above, once it is there.
pub fn also<T>(answer: Answer<T>, view: impl Fn(T) -> AnyView + Send + 'static) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    dynamic(move || answer.get().and_then(Result::ok).map(&view))
}
