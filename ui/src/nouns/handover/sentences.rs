//! What a resident is told: when the team leaves, that they stay, whom to call about what, and the
//! farewell. Each sentence large in their language, small in Norwegian.

use chrono::{DateTime, NaiveDate, Utc};
use domain::calls::{self, List, Suggest};
use domain::kinds::Scope;
use domain::views::{HandoverPlan, Page, Suggestion};
use domain::{Activity, Handover, Id, Partner, Record};
use leptos::prelude::*;
use texts::residents::CALLS;

use crate::app::query::{Answer, live};
use crate::kit::erased::dynamic;
use crate::kit::format;
use crate::nouns::handover::read::of;
use crate::record::resident_dates::{moment, whole_day};
use crate::record::resident_texts::Texts;
use crate::record::row;
use crate::record::values::{filled, text, texts as texts_of};

/// What the sentences are made from.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    plan: Answer<HandoverPlan>,
    suggestion: Answer<Suggestion>,
    partners: Answer<Page>,
    farewell: RwSignal<Option<Answer<Page>>>,
}

impl Told {
    /// What there is to tell in a handover.
    pub fn new(plan: Answer<HandoverPlan>) -> Self {
        let farewell = RwSignal::new(None);
        let activity = Memo::new(move |_| {
            of(plan, |it| text(&it.handover, Handover::FAREWELL).parse::<Id>().ok()).flatten()
        });
        crate::kit::erased::effect(move || {
            if let Some(id) = activity.get() {
                farewell.set(Some(live(move || calls::Get { id })));
            }
        });
        Self {
            plan,
            suggestion: live(|| Suggest {}),
            partners: live(|| List { kind: Partner::KIND.to_owned(), limit: 500, skip: 0 }),
            farewell,
        }
    }

    /// The sentences in the resident's language over Norwegian; in Norwegian alone without the first.
    pub fn view(
        self,
        own: Answer<Texts>,
        norwegian: Answer<Texts>,
        foreign: Memo<bool>,
    ) -> AnyView {
        let all = move || {
            let norwegian = norwegian.get()?.ok()?;
            let own = own.get()?.ok().filter(|_| foreign.get());
            let small = self.sentences(&norwegian);
            let large = own.as_ref().map_or_else(|| small.clone(), |it| self.sentences(it));
            let texts = own.as_ref().unwrap_or(&norwegian).clone();
            let pairs = large.into_iter().zip(small).map(|(large, small)| {
                let under = foreign.get().then(|| view! { <p class="sub" lang="nb">{small}</p> });
                view! { <li><p lang=texts.language dir=texts.dir()>{large}</p> {under}</li> }
            });
            let reason =
                of(self.plan, |it| filled(&it.handover, Handover::REASON).map(str::to_owned));
            let reason = reason.flatten().map(|it| view! { <p class="said" lang="nb">{it}</p> });
            Some(view! { <ol class="sentences">{pairs.collect_view()}</ol> {reason} })
        };
        dynamic(all)
    }

    /// The sentences in the language of `texts`.
    fn sentences(self, texts: &Texts) -> Vec<String> {
        let last: Option<NaiveDate> =
            of(self.plan, |it| text(&it.handover, Handover::LAST_DAY).parse().ok()).flatten();
        let day = last.map(|it| whole_day(texts, it)).unwrap_or_default();
        let mut all = self.what_ends(texts, &day);
        all.extend(CALLS.iter().filter_map(|(topic, sentence)| self.call(texts, topic, sentence)));
        all.extend(self.farewell(texts));
        all
    }

    /// Who leaves when, and that the resident stays; a resident who moves knows that.
    fn what_ends(self, texts: &Texts, day: &str) -> Vec<String> {
        let ends = |plan: &HandoverPlan| {
            let leaving = |id: &str| row::name(&plan.names, id);
            let who = texts_of(&plan.handover, Handover::LEAVING).map(leaving);
            match text(&plan.handover, Handover::SCOPE).parse() {
                Ok(Scope::Member) => {
                    let who = who.collect::<Vec<_>>().join(", ");
                    vec![texts.with("notice-colleague-leaves", &[("day", day), ("who", &who)])]
                }
                Ok(Scope::Resident) => Vec::new(),
                _ => vec![texts.with("notice-last-day", &[("day", day)]), texts.say("notice-stay")],
            }
        };
        of(self.plan, ends).unwrap_or_default()
    }

    /// Whom to call about a topic.
    fn call(self, texts: &Texts, topic: &str, sentence: &str) -> Option<String> {
        let suggestion = self.suggestion.get()?.ok()?;
        let partner = suggestion.owners.get(topic)?.partner?;
        let page = self.partners.get()?.ok()?;
        let entry = page.entries.iter().find(|it| it.id == partner)?;
        let phone = filled(entry, Partner::PHONE)?;
        Some(texts.with(sentence, &[("who", text(entry, Partner::NAME)), ("phone", phone)]))
    }

    /// When and where the team says goodbye.
    fn farewell(self, texts: &Texts) -> Option<String> {
        let page = self.farewell.get()?.get()?.ok()?;
        let activity = page.entries.first()?;
        let day: NaiveDate = text(activity, Activity::DAY).parse().ok()?;
        let time = domain::written::time(text(activity, Activity::TIME));
        let when = time.map_or_else(|| whole_day(texts, day), |it| moment(texts, at(day, it)));
        let place = text(activity, Activity::PLACE);
        let text = if place.is_empty() { "notice-farewell-somewhere" } else { "notice-farewell" };
        Some(texts.with(text, &[("when", &when), ("place", place)]))
    }
}

fn at(day: NaiveDate, time: chrono::NaiveTime) -> DateTime<Utc> {
    format::moment_of(day.and_time(time))
}
