//! The laws of a handover: nothing changes hands before its receiver has said yes.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use chrono::NaiveDate;
use domain::handing_over::{Actor, ItemStatus, STEPS, Step, holder, needs};
use domain::kinds::{Channel, Summary, Wellbeing};
use domain::{HandoverItem, Id, Issue, Problem, kind, write};
use proptest::prelude::*;

const OWNER: Id = Id::from_u128(1);
const RECEIVER: Id = Id::from_u128(2);

/// The steps that a matter takes when each number picks among those that it can take then.
fn walk(picks: &[usize]) -> Vec<Step> {
    let (mut at, mut taken) = (ItemStatus::default(), Vec::new());
    for pick in picks {
        let ways: Vec<_> = STEPS.iter().filter(|it| it.from == at).collect();
        let step = *ways[pick % ways.len()];
        at = step.to;
        taken.push(step);
    }
    taken
}

fn item(status: ItemStatus) -> HandoverItem {
    let (receiver, answered_for) = (Some(RECEIVER), Some(RECEIVER));
    HandoverItem { receiver, answered_for, status: Some(status), ..HandoverItem::default() }
}

proptest! {
    #[test]
    fn a_matter_changes_hands_only_by_its_receivers_yes_and_back_only_by_their_giving_it(
        picks in prop::collection::vec(0_usize..100, 0..40),
    ) {
        for Step { from, to, by } in walk(&picks) {
            let [before, after] = [from, to].map(|it| holder(Some(OWNER), &item(it)));
            if before != after {
                prop_assert_eq!(by, Actor::Receiver);
                prop_assert_eq!(to.is_taken(), to == ItemStatus::Accepted);
            }
        }
    }

    #[test]
    fn a_matter_is_always_somebodys_and_never_two_peoples(
        picks in prop::collection::vec(0_usize..100, 0..40),
    ) {
        let last = walk(&picks).last().map_or(ItemStatus::default(), |it| it.to);
        let holder = holder(Some(OWNER), &item(last));
        prop_assert_eq!(holder, Some(if last.is_taken() { RECEIVER } else { OWNER }));
    }
}

#[test]
fn a_yes_is_its_givers_and_counts_for_nobody_to_whom_the_matter_is_offered_meanwhile() {
    let mut offered_anew = item(ItemStatus::Accepted);
    assert_eq!(holder(Some(OWNER), &offered_anew), Some(RECEIVER));
    offered_anew.receiver = Some(Id::from_u128(3));
    assert_eq!(offered_anew.stands(), ItemStatus::Offered);
    assert_eq!(holder(Some(OWNER), &offered_anew), Some(OWNER));
}

#[test]
fn from_everywhere_a_matter_can_still_be_placed() {
    for from in ItemStatus::ALL {
        let mut reached = vec![from];
        let mut next = 0;
        while let Some(at) = reached.get(next).copied() {
            let ways = STEPS.iter().filter(|it| it.from == at).map(|it| it.to);
            let new: Vec<_> = ways.filter(|it| !reached.contains(it)).collect();
            reached.extend(new);
            next += 1;
        }
        assert!(reached.contains(&ItemStatus::Accepted), "{from:?}");
        assert!(reached.contains(&ItemStatus::KeptByLead), "{from:?}");
    }
}

#[test]
fn what_is_placed_says_who_has_it_and_why() {
    for status in ItemStatus::ALL.into_iter().filter(|it| it.is_placed()) {
        let told = [HandoverItem::UNDERSTOOD, HandoverItem::REASON];
        assert!(needs(status).iter().any(|it| told.contains(it)), "{status:?}");
    }
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 5, 18).unwrap()
}

fn missing(kind_name: &str, body: &domain::Body) -> Vec<String> {
    let issues: Vec<Issue> = kind(kind_name).unwrap().check(body, day(), |_| true);
    let missing = issues.into_iter().filter(|it| it.problem == Problem::Missing);
    missing.map(|it| it.field).collect()
}

#[test]
fn a_yes_noted_by_hand_says_who_gave_it_and_when() {
    let mut yes = HandoverItem {
        handover: Some(OWNER),
        matter: Some(OWNER),
        remains: "Kontrakten mangler".into(),
        consent: Some(domain::kinds::Consent::NotNeeded),
        consent_why: "Gjelder bygget".into(),
        understood: "Vi laster opp kontrakten".into(),
        ..item(ItemStatus::Accepted)
    };
    yes.channel = Some(Channel::InApp);
    assert_eq!(missing("handover-item", &write(&yes)), [""; 0]);
    yes.channel = Some(Channel::ByHand);
    assert_eq!(missing("handover-item", &write(&yes)), ["answered_by", "answered_at"]);
    yes.understood.clear();
    assert!(missing("handover-item", &write(&yes)).contains(&"understood".to_owned()));
}

fn summary(state: Wellbeing, if_then: &str) -> Summary {
    Summary {
        handover: Some(OWNER),
        resident: Some(RECEIVER),
        state: Some(state),
        if_then: if_then.into(),
        as_of: Some(day()),
        ..Summary::default()
    }
}

#[test]
fn if_then_is_empty_only_where_things_are_steady() {
    assert_eq!(missing("summary", &write(&summary(Wellbeing::Steady, " "))), [""; 0]);
    for state in [Wellbeing::Watch, Wellbeing::Acute] {
        assert_eq!(missing("summary", &write(&summary(state, " "))), ["if_then"]);
    }
}

#[test]
fn a_word_that_changes_after_the_signature_makes_a_summary_a_draft_again() {
    let mut signed = summary(Wellbeing::Watch, "Hvis brev fra UDI, så les det sammen");
    signed.signed_by = OWNER.to_string();
    assert!(!signed.is_signed());
    signed.signed_words = signed.words();
    assert!(signed.is_signed());
    assert_eq!(signed.expires(), NaiveDate::from_ymd_opt(2024, 6, 1));
    signed.wishes = "Flytte".into();
    assert!(!signed.is_signed());
}
