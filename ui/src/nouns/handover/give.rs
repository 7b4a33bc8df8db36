//! «Gi til …»: the bar of the ticked matters, and the dialog that offers them to a receiver.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::calls::{List, PlaceMatters};
use domain::kinds::{Consent, ConsentHow};
use domain::views::{HandoverPlan, Page};
use domain::{Body, Handover, HandoverItem, Id, Partner, Record};
use leptos::prelude::*;

use crate::app::api;
use crate::app::query::{Answer, live};
use crate::app::session::app;
use crate::kit::chip::chip;
use crate::kit::dialog::{Dialog, when_opened};
use crate::kit::erased::{dynamic, effect, press, typed, words};
use crate::kit::format;
use crate::kit::icon::{Icon, icon};
use crate::kit::states::number;
use crate::kit::text::{label, t, tn};
use crate::nouns::handover::filter::{Choice, can_be_placed, can_be_taken};
use crate::nouns::handover::groups::LIST;
use crate::nouns::handover::keep::keep_dialog;
use crate::nouns::handover::read::{is_running, of};
use crate::record::attempt::Attempt;
use crate::record::called::called;
use crate::record::problems;
use crate::record::values::text;

/// The bar while matters are ticked, and its dialogs.
pub fn give_bar(id: Id, plan: Answer<HandoverPlan>, choice: Choice) -> AnyView {
    let (giving, keeping) = (RwSignal::new(false), RwSignal::new(false));
    let leads = Memo::new(move |_| of(plan, |it| it.leads).unwrap_or_default());
    // What a colleague's answer has settled meanwhile is no longer chosen.
    effect(move || {
        let open = of(plan, |it| {
            it.matters
                .iter()
                .filter(|it| can_be_placed(it))
                .map(|it| it.id)
                .collect::<BTreeSet<_>>()
        });
        if let Some(open) = open
            && choice.chosen.with_untracked(|it| !it.is_subset(&open))
        {
            choice.chosen.update(|it| it.retain(|id| open.contains(id)));
        }
    });
    let any = Memo::new(move |_| is_running(plan) && choice.chosen.with(|it| !it.is_empty()));
    let bar = move || {
        any.get().then(|| {
            let many = move || tn("handover-chosen", number(choice.chosen.with(BTreeSet::len) as u64));
            let keep = leads.get().then(|| {
                view! {
                    <button type="button" class="ds-button" data-variant="secondary" on:click=press(move || keeping.set(true))>
                        {t("handover-keep")}
                    </button>
                }
            });
            view! {
                <div class="savebar picked" role="group" aria-label=t("handover-chosen-what")>
                    <div>
                        <button type="button" class="round" aria-label=t("handover-choose-none") on:click=press(move || choice.chosen.update(BTreeSet::clear))>
                            {icon(Icon::Close)}
                        </button>
                        <b role="status">{words(many)}</b>
                        {keep}
                        <button type="button" class="ds-button" on:click=press(move || giving.set(true))>
                            {t("handover-give")}
                        </button>
                    </div>
                </div>
            }
        })
    };
    view! {
        {dynamic(bar)}
        <Dialog open=giving title=t("handover-give")>
            {when_opened(giving, move || Giving::new(id, plan, choice, giving).view())}
        </Dialog>
        {keep_dialog(id, choice, keeping)}
    }
    .into_any()
}

/// What the user says of the offer.
#[derive(Debug, Clone, Copy)]
struct Giving {
    handover: Id,
    plan: Answer<HandoverPlan>,
    choice: Choice,
    partners: Answer<Page>,
    receiver: RwSignal<Option<Id>>,
    consent: RwSignal<Option<Consent>>,
    how: RwSignal<ConsentHow>,
    why: RwSignal<String>,
    attempt: Attempt,
}

impl Giving {
    fn new(handover: Id, plan: Answer<HandoverPlan>, choice: Choice, open: RwSignal<bool>) -> Self {
        Self {
            handover,
            plan,
            choice,
            partners: live(|| List { kind: Partner::KIND.to_owned(), limit: 500, skip: 0 }),
            receiver: RwSignal::new(None),
            consent: RwSignal::new(None),
            how: RwSignal::new(ConsentHow::Spoken),
            why: RwSignal::default(),
            attempt: Attempt::new(open),
        }
    }

    fn view(self) -> AnyView {
        let offer = move || tn("handover-offer", number(self.offered().len() as u64));
        let lacks = move || self.attempt.busy.get() || !self.is_whole();
        view! {
            <div class="stack sheet">
                <fieldset class="group">
                    <legend>{t("handover-to")}</legend>
                    <div class="chips">{dynamic(move || self.receivers())}</div>
                </fieldset>
                <fieldset class="group">
                    <legend>{t("consent")}</legend>
                    <div class="chips">{self.consents()}</div>
                </fieldset>
                {dynamic(move || self.about_consent())}
                {self.attempt.trouble()}
                <button type="button" class="ds-button wide" prop:disabled=lacks on:click=press(move || self.offer())>
                    {words(offer)}
                </button>
            </div>
        }
        .into_any()
    }

    /// The likeliest receivers of the ticked matters first, then colleagues who stay, then partners.
    fn receivers(self) -> AnyView {
        let mut all: Vec<(Id, String)> =
            app().team().into_iter().filter(|it| !it.leaves).map(|it| (it.id, it.name)).collect();
        let mut partners: Vec<_> = self.partners.with(|it| match it {
            Some(Ok(page)) => page.entries.iter().map(|it| (it.id, called(it))).collect(),
            _ => Vec::new(),
        });
        format::by_name(&mut partners, |it| it.1.clone());
        all.extend(partners);
        let likely = self.likely();
        all.sort_by_key(|it| !likely.contains(&it.0));
        let one = |(id, name): (Id, String)| {
            let sign = likely.contains(&id).then_some(Icon::Handover);
            let on = move || self.receiver.get() == Some(id);
            chip(name, sign, on, move || self.receiver.set(Some(id)))
        };
        all.into_iter().map(one).collect_view().into_any()
    }

    fn likely(self) -> BTreeSet<Id> {
        let chosen = self.choice.chosen.get();
        let suggested = |plan: &HandoverPlan| {
            let ticked = plan.matters.iter().filter(|it| chosen.contains(&it.id));
            ticked.filter_map(|it| it.suggested).collect()
        };
        of(self.plan, suggested).unwrap_or_default()
    }

    fn consents(self) -> AnyView {
        let one = |it: Consent| {
            let on = move || self.consent.get() == Some(it);
            chip(label(Consent::CHOICES.name, it.name()), None, on, move || {
                self.consent.set(Some(it));
            })
        };
        [Consent::Given, Consent::NotNeeded, Consent::Overridden].map(one).collect_view().into_any()
    }

    /// How consent was given, or why there is none.
    fn about_consent(self) -> Option<AnyView> {
        if self.consent.get()? == Consent::Given {
            let one = |it: ConsentHow| {
                let on = move || self.how.get() == it;
                chip(label(ConsentHow::CHOICES.name, it.name()), None, on, move || self.how.set(it))
            };
            let ways = [ConsentHow::Spoken, ConsentHow::Written].map(one).collect_view();
            return Some(
                view! {
                    <fieldset class="group">
                        <legend>{label(HandoverItem::KIND, HandoverItem::CONSENT_HOW)}</legend>
                        <div class="chips">{ways}</div>
                    </fieldset>
                }
                .into_any(),
            );
        }
        Some(
            view! {
                <div class="ds-field">
                    <label class="ds-label" for="consent-why">{label(HandoverItem::KIND, HandoverItem::CONSENT_WHY)}</label>
                    <input autocomplete="off" class="ds-input" id="consent-why" maxlength="200" prop:value=self.why on:input=typed(move |it| self.why.set(it)) />
                </div>
            }
            .into_any(),
        )
    }

    fn is_whole(self) -> bool {
        let explained = match self.consent.get() {
            None => false,
            Some(Consent::Given) => true,
            Some(_) => !self.why.with(|it| it.trim().is_empty()),
        };
        explained && self.receiver.get().is_some() && !self.offered().is_empty()
    }

    fn fields(self) -> Body {
        let mut fields = Body::new();
        let mut set =
            |name: &str, value: String| drop(fields.insert(name.to_owned(), value.into()));
        let consent = self.consent.get_untracked();
        set(HandoverItem::CONSENT, consent.map(Consent::name).unwrap_or_default().to_owned());
        if consent == Some(Consent::Given) {
            set(HandoverItem::CONSENT_HOW, self.how.get_untracked().name().to_owned());
            set(HandoverItem::CONSENT_DAY, format::today().to_string());
        } else {
            set(HandoverItem::CONSENT_WHY, self.why.get_untracked());
        }
        let last =
            untrack(|| of(self.plan, |it| text(&it.handover, Handover::LAST_DAY).to_owned()));
        if let Some(day) = last.and_then(|it| it.parse::<NaiveDate>().ok()?.succ_opt()) {
            set(HandoverItem::TAKES_OVER, day.to_string());
        }
        set(HandoverItem::REMAINS, t("handover-remains-resident"));
        fields
    }

    /// The ticked matters, without the residents who have to be told first.
    fn offered(self) -> Vec<Id> {
        let chosen = self.choice.chosen.get();
        let ticked = |plan: &HandoverPlan| {
            let ticked =
                plan.matters.iter().filter(|it| chosen.contains(&it.id) && can_be_taken(it));
            ticked.map(|it| it.id).collect()
        };
        of(self.plan, ticked).unwrap_or_default()
    }

    fn offer(self) {
        let Some(receiver) = self.receiver.get_untracked() else { return };
        let matters = untrack(|| self.offered());
        let (handover, fields) = (self.handover, self.fields());
        let said = tn("handover-offered-now", number(matters.len() as u64));
        self.attempt.make(said, async move {
            let group = api::call(PlaceMatters { handover, matters, receiver, fields }).await?;
            self.choice.chosen.update(BTreeSet::clear);
            self.receiver.set(None);
            problems::focus(LIST);
            Ok(group)
        });
    }
}
