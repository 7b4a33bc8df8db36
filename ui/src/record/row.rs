//! Records of any kind as rows of a list.

use chrono::{DateTime, Utc};
use domain::Id;
use domain::entry::Entry;
use domain::field::UNKNOWN;
use leptos::prelude::*;

use crate::app::link;
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::text::{label, t};
use crate::record::fields::called;
use crate::record::form::Names;
use crate::record::values::{filled, text, texts, when};

/// The icon of a kind.
pub fn sign_of(kind: &str) -> Icon {
    match kind {
        "visit" => Icon::Talk,
        "appointment" => Icon::Place,
        "incident" => Icon::Warning,
        "referral" => Icon::Send,
        "follow-up" => Icon::Cases,
        "activity" | "attendance" => Icon::Calendar,
        "partner" => Icon::Partners,
        "unit" => Icon::Door,
        _ => Icon::Person,
    }
}

/// What a record is, in a few words.
pub fn title(entry: &Entry, names: &Names) -> String {
    match entry.kind.as_str() {
        "visit" => topics(entry),
        "attendance" => name(names, text(entry, "activity")),
        "referral" => referral_title(entry, names),
        "incident" => incident_title(entry),
        kind if domain::kind(kind).is_none() => kind.to_owned(),
        _ => called(entry),
    }
}

/// The topics of a record, in words.
pub fn topics(entry: &Entry) -> String {
    let names = texts(entry, "topics").map(|it| label("topic", it));
    names.collect::<Vec<_>>().join(", ")
}

/// `Bolig – Boligbygg`.
pub fn referral_title(entry: &Entry, names: &Names) -> String {
    let to = name(names, text(entry, "to"));
    let topic = filled(entry, "topic").map(|it| label("topic", it));
    topic.into_iter().chain(Some(to).filter(|it| !it.is_empty())).collect::<Vec<_>>().join(" – ")
}

/// `Brann – det ryker på kjøkkenet`.
fn incident_title(entry: &Entry) -> String {
    let sort = filled(entry, "type").map(|it| label("incident-type", it));
    let parts = sort.into_iter().chain([called(entry)]).filter(|it| !it.is_empty());
    parts.collect::<Vec<_>>().join(" – ")
}

/// The status of a record, or what else says how it stands; nothing for kinds without one.
pub fn status(entry: &Entry) -> Option<(&'static str, String)> {
    let signed_up = text(entry, "status") == "signed-up";
    if signed_up && !entry.at.is_some_and(is_to_come) {
        return Some(("warm", t("attendance-unknown")));
    }
    standing(
        &entry.kind,
        match entry.kind.as_str() {
            "visit" => text(entry, "outcome"),
            "follow-up" if filled(entry, "done").is_none() => "open",
            "follow-up" => "done",
            _ => text(entry, "status"),
        },
    )
}

/// A status in words, and how loud it is.
pub fn standing(kind: &str, status: &str) -> Option<(&'static str, String)> {
    let list = match kind {
        "appointment" => "appointment-status",
        "incident" => "incident-status",
        "referral" => "referral-status",
        "activity" => "activity-status",
        "attendance" => "attendance-status",
        "visit" => "outcome",
        "follow-up" if status == "open" => "incident-status",
        "follow-up" => return Some(("neutral", label("follow-up", "done"))),
        _ => return None,
    };
    (!status.is_empty()).then(|| (colour(status), label(list, status)))
}

/// Whether somebody still has something to do about a record.
pub fn is_open(entry: &Entry) -> bool {
    let status = text(entry, "status");
    match entry.kind.as_str() {
        "visit" => text(entry, "outcome") == "follow-up",
        "appointment" => status == "planned",
        "incident" => status != "closed",
        "referral" => !matches!(status, "done" | "withdrawn"),
        "follow-up" => filled(entry, "done").is_none(),
        "attendance" => status == "signed-up" && entry.at.is_some_and(is_to_come),
        _ => false,
    }
}

fn is_to_come(at: DateTime<Utc>) -> bool {
    at >= format::start_of_day(format::now())
}

/// How loud a status is.
pub fn colour(status: &str) -> &'static str {
    match status {
        "follow-up" | "open" | "watching" | "no-show" | "postponed" | "weather-reserve"
        | "declined" => "warm",
        "done" | "came" | "answered" | "accepted" | "confirmed" => "accent",
        "sent" | "booked" | "signed-up" => "info",
        _ => "neutral",
    }
}

/// The residents that a record concerns.
pub fn people(entry: &Entry, names: &Names) -> Vec<String> {
    let parties = crate::record::values::list(entry, "parties").filter_map(|it| it["who"].as_str());
    let all = texts(entry, "residents").chain(texts(entry, "about")).chain(parties);
    all.map(|id| name(names, id)).filter(|it| !it.is_empty()).collect()
}

/// What to call the record of that id, or somebody unknown; nothing where that is not known here.
pub fn name(names: &Names, id: &str) -> String {
    match id.parse::<Id>() {
        Ok(UNKNOWN) => t("unknown"),
        Ok(id) => names.get(&id).cloned().unwrap_or_default(),
        Err(_) => String::new(),
    }
}

/// The same, and `Noen` where it is not known here.
pub fn name_or_someone(names: &Names, id: &str) -> String {
    Some(name(names, id)).filter(|it| !it.is_empty()).unwrap_or_else(|| t("someone"))
}

/// When a record happens or is due; nothing for kinds that have no time.
pub fn time(entry: &Entry) -> Option<String> {
    let day = || filled(entry, "day").or_else(|| filled(entry, "due")).map(format::coming);
    let whole = || entry.at.map(format::coming_day);
    when(entry).map(format::agreed).or_else(day).or_else(whole)
}

/// A record as a row.
pub fn row(entry: &Entry, names: &Names) -> AnyView {
    let class = format!("kind kind-{}", entry.kind);
    let who = people(entry, names).join(", ");
    let parts = [Some(who).filter(|it| !it.is_empty()), time(entry)];
    let line = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <li class="row">
            <a class="fill" href=leads_to(entry)>
                <span class=class>{icon(sign_of(&entry.kind))}</span>
                <span class="body">
                    <b>{title(entry, names)}</b>
                    <span class="sub">{line}</span>
                </span>
                {mark(entry)}
            </a>
        </li>
    }
    .into_any()
}

/// Attendance leads to its activity; everything else to itself.
pub fn leads_to(entry: &Entry) -> String {
    let activity = filled(entry, "activity").and_then(|it| it.parse().ok());
    activity.map_or_else(|| link::to(&entry.kind, entry.id), |id| link::to("activity", id))
}

/// The status of a record, in a box.
pub fn tag(entry: &Entry) -> Option<AnyView> {
    status(entry).map(boxed)
}

/// The one thing that a row in a list says of how a record stands: that it presses, or its status.
pub fn mark(entry: &Entry) -> Option<AnyView> {
    match (text(entry, "seriousness"), text(entry, "status")) {
        (it @ "acute", status) if status != "closed" => Some(boxed(pressing(it))),
        (it @ "serious", "open") => Some(boxed(pressing(it))),
        _ => tag(entry),
    }
}

/// How serious an incident is that presses, and how loud that is.
pub fn pressing(seriousness: &str) -> (&'static str, String) {
    let colour = if seriousness == "acute" { "danger" } else { "warm" };
    (colour, label("seriousness", seriousness))
}

/// Words about how a record stands, as loud as they are.
pub fn boxed((colour, words): (&'static str, String)) -> AnyView {
    view! { <span class="ds-tag" data-color=colour>{words}</span> }.into_any()
}

/// The name of a kind; as it is stored when only a newer version knows it.
pub fn kind_name(kind: &str) -> String {
    if domain::kind(kind).is_some() { t(kind) } else { kind.to_owned() }
}
