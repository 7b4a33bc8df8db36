//! What a resident is told when the team leaves, in their language over Norwegian.

use chrono::{NaiveDate, NaiveTime};
use domain::fault::Result;
use domain::kinds::Scope;
use domain::views::HandoverPlan;
use domain::{Activity, Fault, Handover, Id, Partner, Record, calls, written};
use texts::residents::CALLS;

use crate::desk::{Desk, first, name, text, texts_in};
use crate::language::Language;
use crate::sheet::{Block, Look, Sheet, Words};

/// The document.
pub async fn sheet(desk: &Desk, id: Id, resident: Id, language: Option<&str>) -> Result<Sheet> {
    let plan = desk.plan(id).await?;
    let resident = plan.residents.iter().find(|it| it.id == resident).ok_or(Fault::NotFound)?;
    let (own, norwegian) = (desk.chosen(language, &resident.languages)?, desk.norwegian()?);
    let told = Told::read(desk, &plan).await?;
    let who = first(&resident.called);
    let mut sheet = Sheet::to_carry(desk.team.with("handover-tell", &[("name", &who)]));
    sheet.heading(vec![Words::new("nb", who)]);
    let small = told.sentences(&norwegian);
    let items = if own.is_norwegian() {
        small.into_iter().map(|it| vec![it]).collect()
    } else {
        told.sentences(&own)
            .into_iter()
            .zip(small)
            .map(|(large, small)| vec![large, small])
            .collect()
    };
    sheet.blocks.push(Block::Points { items });
    sheet.say(Look::Plain, Words::new("nb", text(&plan.handover, Handover::REASON)));
    Ok(sheet)
}

/// What there is to tell.
struct Told {
    scope: Option<Scope>,
    last_day: Option<NaiveDate>,
    leaving: String,
    /// The sentence about each topic, with the partner's name and phone.
    calls: Vec<(&'static str, String, String)>,
    farewell: Option<Farewell>,
}

struct Farewell {
    day: NaiveDate,
    time: Option<NaiveTime>,
    place: String,
}

impl Told {
    async fn read(desk: &Desk, plan: &HandoverPlan) -> Result<Self> {
        let handover = &plan.handover;
        let leaving = texts_in(handover, Handover::LEAVING).map(|it| name(&plan.names, it));
        Ok(Self {
            scope: text(handover, Handover::SCOPE).parse().ok(),
            last_day: text(handover, Handover::LAST_DAY).parse().ok(),
            leaving: leaving.collect::<Vec<_>>().join(", "),
            calls: whom_to_call(desk).await?,
            farewell: farewell(desk, text(handover, Handover::FAREWELL)).await,
        })
    }

    /// The sentences in a language.
    fn sentences(&self, language: &Language) -> Vec<Words> {
        let day = self.last_day.map(|it| language.whole_day(it)).unwrap_or_default();
        let day = day.as_str();
        let mut all = match self.scope {
            Some(Scope::Member) => {
                vec![
                    language
                        .with("notice-colleague-leaves", &[("day", day), ("who", &self.leaving)]),
                ]
            }
            // Who moves knows that.
            Some(Scope::Resident) => Vec::new(),
            _ => {
                vec![language.with("notice-last-day", &[("day", day)]), language.say("notice-stay")]
            }
        };
        let call = |(sentence, who, phone): &(&str, String, String)| {
            language.with(sentence, &[("who", who), ("phone", phone)])
        };
        all.extend(self.calls.iter().map(call));
        all.extend(self.farewell.as_ref().map(|it| it.sentence(language)));
        all
    }
}

impl Farewell {
    fn sentence(&self, language: &Language) -> Words {
        let when = self
            .time
            .map_or_else(|| language.whole_day(self.day), |time| language.moment(self.day, time));
        let id =
            if self.place.is_empty() { "notice-farewell-somewhere" } else { "notice-farewell" };
        language.with(id, &[("when", &when), ("place", &self.place)])
    }
}

/// The partners to call about a topic, where their phone is known.
async fn whom_to_call(desk: &Desk) -> Result<Vec<(&'static str, String, String)>> {
    let owners = desk.ask(calls::Suggest {}).await?.owners;
    let partners = desk.all(Partner::KIND).await?;
    let call = |(topic, sentence): &(&str, &'static str)| {
        let id = owners.get(*topic)?.partner?;
        let partner = partners.iter().find(|it| it.id == id)?;
        let phone = text(partner, Partner::PHONE);
        let told = (*sentence, text(partner, Partner::NAME).to_owned(), phone.to_owned());
        (!phone.is_empty()).then_some(told)
    };
    Ok(CALLS.iter().filter_map(call).collect())
}

/// When and where the team says goodbye, if that is known.
async fn farewell(desk: &Desk, activity: &str) -> Option<Farewell> {
    let (activity, _) = desk.get(Activity::KIND, activity.parse().ok()?).await.ok()?;
    Some(Farewell {
        day: text(&activity, Activity::DAY).parse().ok()?,
        time: written::time(text(&activity, Activity::TIME)),
        place: text(&activity, Activity::PLACE).to_owned(),
    })
}
