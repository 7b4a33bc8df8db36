//! «Burde dette heller besvares av Nav?» Who answers for a topic at this site.

use std::collections::BTreeMap;

use domain::calls::{self, Answers, OwnTopic};
use domain::choice::{Owner, Topic};
use domain::fault::Result;
use domain::kind::Record;
use domain::kinds::PartnerKind;
use domain::views::{Saved, TopicAnswers};
use domain::{Entry, Id, Partner, TopicOwner, read};
use serde_json::Value;
use store::{Part, Records};

use crate::App;
use crate::ids;

impl Answers<calls::OwnTopic> for App {
    async fn answer(&self, call: calls::OwnTopic) -> Result<Saved> {
        self.own_topic(&call)
    }
}

impl App {
    /// Sets who answers for a topic. The last setting counts.
    pub(crate) fn own_topic(&self, asked: &OwnTopic) -> Result<Saved> {
        let space = self.space()?;
        let OwnTopic { topic, owner, partner, no_partner } = *asked;
        let id = ids::made_of(TopicOwner::KIND, &space, &[&stored(topic)]);
        let said = TopicOwner { topic: Some(topic), owner: Some(owner), partner, no_partner };
        let mut entry = Entry::new(id, &said);
        entry.fields.entry(TopicOwner::PARTNER).or_insert(Value::Null);
        self.replace(&entry)
    }
}

/// Who answers for each topic, and the partner that a question about it goes to.
pub fn answers(records: Records) -> Result<BTreeMap<String, TopicAnswers>> {
    let partners: Vec<(Id, Partner)> = all(records)?;
    let mut said: Vec<(Id, TopicOwner)> = all(records)?;
    // Only an import can make two records for one topic. The latest counts; it is listed first.
    said.reverse();
    let said: BTreeMap<_, _> =
        said.into_iter().filter_map(|(_, it)| Some((stored(it.topic?), it))).collect();
    let values = Topic::CHOICES.values.iter().map(|it| (*it).to_owned());
    let answers = values.filter_map(|value| {
        let topic = serde_json::from_value(Value::from(value.as_str())).ok()?;
        let answer = answer(topic, said.get(&value), &partners);
        Some((value, answer))
    });
    Ok(answers.collect())
}

fn answer(topic: Topic, said: Option<&TopicOwner>, partners: &[(Id, Partner)]) -> TopicAnswers {
    let owner = said.and_then(|it| it.owner).unwrap_or(topic.owner());
    let chosen = said.and_then(|said| partners.iter().find(|(id, _)| Some(*id) == said.partner));
    let any = said.is_none_or(|it| !it.no_partner);
    let partner = chosen.or_else(|| likeliest(topic, owner, partners).filter(|_| any));
    TopicAnswers {
        owner: stored(owner),
        partner: partner.map(|(id, _)| *id),
        name: partner.map(|(_, it)| it.name.clone()).unwrap_or_default(),
    }
}

/// The first partner of the owner's type that answers for the topic; else the first of that type;
/// else one without a type that answers for it. «Anybody else» is not a type, so only a partner
/// that answers for the topic will do.
fn likeliest(topic: Topic, owner: Owner, partners: &[(Id, Partner)]) -> Option<&(Id, Partner)> {
    let mut fit = partners.iter().filter(|(_, it)| fits(it.kind, owner));
    let first = fit.clone().next().filter(|_| owner != Owner::Other);
    let answers = |it: &&(Id, Partner)| it.1.topics.contains(&topic);
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

/// A choice as it is stored.
fn stored(choice: impl serde::Serialize) -> String {
    let value = serde_json::to_value(choice).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}
