//! The topics of a site: their names, their order, and «Burde dette heller besvares av Nav?»

use std::collections::{BTreeMap, BTreeSet};

use domain::calls::{self, Answers, OwnTopic};
use domain::choice::{Owner, Topic};
use domain::fault::Result;
use domain::fold::fold;
use domain::kind::Record;
use domain::kinds::PartnerKind;
use domain::views::{Saved, SiteTopicRow, TopicAnswers, TopicName};
use domain::{Entry, Fault, Id, Issue, Partner, Problem, SiteTopic, kind, read};
use serde_json::json;
use store::{Part, Records, Space};

use crate::App;
use crate::calls::save;
use crate::ids;

impl Answers<calls::OwnTopic> for App {
    async fn answer(&self, call: calls::OwnTopic) -> Result<Saved> {
        self.own_topic(&call)
    }
}

impl Answers<calls::GetTopics> for App {
    async fn answer(&self, _: calls::GetTopics) -> Result<Vec<SiteTopicRow>> {
        let mut store = self.store();
        let records = store.records()?;
        let partners = all(records)?;
        let row = |it: &Known| SiteTopicRow {
            id: it.id,
            named: it.named(),
            answers: answers(it, &partners),
        };
        Ok(known(records)?.iter().map(row).collect())
    }
}

impl Answers<calls::OrderTopics> for App {
    async fn answer(&self, call: calls::OrderTopics) -> Result<Option<Id>> {
        self.order_topics(&call.topics)
    }
}

impl App {
    /// Sets who answers for a topic. The last setting counts.
    pub(crate) fn own_topic(&self, asked: &OwnTopic) -> Result<Saved> {
        let OwnTopic { topic, owner, partner, no_partner } = asked;
        let id = id_of(&self.space()?, topic).ok_or_else(unknown)?;
        let mut entry = Entry { id, kind: SiteTopic::KIND.to_owned(), ..Entry::default() };
        for (field, value) in [
            (SiteTopic::OWNER, json!(owner)),
            (SiteTopic::PARTNER, json!(partner)),
            (SiteTopic::NO_PARTNER, json!(no_partner)),
        ] {
            entry.fields.insert(field.to_owned(), value);
        }
        self.replace(&entry)
    }

    /// Puts topics in an order: those that stand elsewhere get another place.
    fn order_topics(&self, topics: &[String]) -> Result<Option<Id>> {
        let Some(kind) = kind(SiteTopic::KIND) else { return Ok(None) };
        let space = self.space()?;
        let ids = topics.iter().map(|it| id_of(&space, it).ok_or_else(unknown));
        let ids = ids.collect::<Result<Vec<_>>>()?;
        let done = self.act(|act| {
            for (place, id) in (1_i64..).zip(ids) {
                let current = act.merged(id)?;
                let mut entry = Entry { id, kind: kind.name.to_owned(), ..Entry::default() };
                entry.seen = current.map(|it| it.seen);
                entry.fields.insert(SiteTopic::PLACE.to_owned(), place.into());
                save::save(act, kind, &entry)?;
            }
            Ok(())
        })?;
        Ok(done.group)
    }
}

fn unknown() -> Fault {
    Fault::Invalid { issues: vec![Issue::new(Topic::CHOICES.name, Problem::UnknownChoice)] }
}

/// A topic: one that every site begins with, or one of the site's own.
struct Known {
    id: Id,
    topic: String,
    /// The one that every site begins with.
    first: Option<Topic>,
    /// What the site has made of it.
    own: SiteTopic,
}

impl Known {
    fn named(&self) -> TopicName {
        let Self { topic, own, .. } = self;
        TopicName { topic: topic.clone(), name: own.name.clone(), hidden: own.hidden }
    }
}

/// The id of a topic's record.
fn id_of(space: &Space, topic: &str) -> Option<Id> {
    let first = Topic::CHOICES.values.contains(&topic);
    let made = || ids::made_of(SiteTopic::KIND, space, &[topic]);
    if first { Some(made()) } else { topic.parse().ok() }
}

/// All topics, in the site's order: those without a place stand where every site has them, own ones last.
fn known(records: Records) -> Result<Vec<Known>> {
    let Some(space) = records.space()? else { return Ok(Vec::new()) };
    let mut said: BTreeMap<Id, SiteTopic> = all(records)?.into_iter().collect();
    let mut known: Vec<_> = Topic::CHOICES
        .values
        .iter()
        .filter_map(|value| {
            let id = id_of(&space, value)?;
            let own = said.remove(&id).unwrap_or_default();
            Some(Known { id, topic: (*value).to_owned(), first: value.parse().ok(), own })
        })
        .collect();
    let own = |(id, own): (Id, SiteTopic)| Known { id, topic: id.to_string(), first: None, own };
    known.extend(said.into_iter().map(own));
    let usual = |it: &Known| it.first.map_or(i64::MAX, |it| it as i64 + 1);
    known.sort_by_cached_key(|it| (it.own.place.unwrap_or(usual(it)), usual(it), it.id));
    Ok(known)
}

/// The names and the order of topics, if the site has changed anything.
pub fn names(records: Records) -> Result<Vec<TopicName>> {
    let changed = !all::<SiteTopic>(records)?.is_empty();
    let known = if changed { known(records)? } else { Vec::new() };
    Ok(known.iter().map(Known::named).collect())
}

/// The topics that are offered: those of the last conversations first.
pub fn offered(records: Records) -> Result<Vec<String>> {
    let shown = known(records)?.into_iter().filter(|it| !it.own.hidden).map(|it| it.topic);
    let shown: Vec<_> = shown.collect();
    let mut offered = records.likely_topics()?;
    offered.retain(|it| shown.contains(it));
    let rest: Vec<_> = shown.into_iter().filter(|it| !offered.contains(it)).collect();
    offered.extend(rest);
    Ok(offered)
}

/// The topics by what they are called at this site, folded, in any language.
pub fn called(records: Records) -> Result<BTreeMap<String, Vec<String>>> {
    let mut called: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for known in known(records)? {
        let names: BTreeSet<_> = known.own.name.iter().map(|it| fold(it.text.trim())).collect();
        for name in names {
            called.entry(name).or_default().push(known.topic.clone());
        }
    }
    Ok(called)
}

/// Whether a topic has a name: one of its own, or the one that it has at every site.
pub fn has_name(space: &Space, id: Id, topic: &SiteTopic) -> bool {
    let first = |value: &&&str| id_of(space, value) == Some(id);
    !topic.name.is_empty() || Topic::CHOICES.values.iter().find(first).is_some()
}

/// Who answers for each topic, and the partner that a question about it goes to.
pub fn answers_by_topic(records: Records) -> Result<BTreeMap<String, TopicAnswers>> {
    let partners = all(records)?;
    let answers = |it: Known| (it.topic.clone(), answers(&it, &partners));
    Ok(known(records)?.into_iter().map(answers).collect())
}

fn answers(known: &Known, partners: &[(Id, Partner)]) -> TopicAnswers {
    let usual = known.first.map_or(Owner::Us, Topic::owner);
    let owner = known.own.owner.unwrap_or(usual);
    let chosen = partners.iter().find(|(id, _)| Some(*id) == known.own.partner);
    let likeliest = || likeliest(&known.topic, owner, partners).filter(|_| !known.own.no_partner);
    let partner = chosen.or_else(likeliest);
    TopicAnswers {
        owner: owner.name().to_owned(),
        partner: partner.map(|(id, _)| *id),
        name: partner.map(|(_, it)| it.name.clone()).unwrap_or_default(),
    }
}

/// The first partner of the owner's type that answers for the topic; else the first of that type;
/// else one without a type that answers for it. «Anybody else» is not a type, so only a partner
/// that answers for the topic will do.
fn likeliest<'a>(
    topic: &str,
    owner: Owner,
    partners: &'a [(Id, Partner)],
) -> Option<&'a (Id, Partner)> {
    let mut fit = partners.iter().filter(|(_, it)| fits(it.kind, owner));
    let first = fit.clone().next().filter(|_| owner != Owner::Other);
    let answers = |it: &&(Id, Partner)| it.1.topics.iter().any(|it| it == topic);
    let unsorted = || partners.iter().filter(|it| it.1.kind.is_none()).find(answers);
    fit.find(answers).or(first).or_else(unsorted)
}

fn fits(kind: Option<PartnerKind>, owner: Owner) -> bool {
    use PartnerKind as K;
    owner
        == match kind {
            Some(K::Nav) => Owner::Nav,
            Some(K::Landlord) => Owner::Landlord,
            Some(K::HousingOffice) => Owner::HousingOffice,
            Some(K::Gp | K::Health) => Owner::Health,
            _ => Owner::Other,
        }
}

/// The records of a kind.
fn all<R: Record>(records: Records) -> Result<Vec<(Id, R)>> {
    let Some(kind) = domain::kind(R::KIND) else { return Ok(Vec::new()) };
    let (rows, _) = records.list(kind, Part::new(u32::MAX, 0))?;
    Ok(rows.iter().map(|it| (it.id, read(&it.merged.body))).collect())
}
