//! Receivers who do not have the app get a file that opens anywhere, and answer with a file.

use std::io::{Cursor, Read};

use age::armor::ArmoredReader;
use age::secrecy::SecretString;
use app::Host;
use domain::handing_over::ItemStatus;
use domain::kinds::Channel;
use domain::views::Reply;
use domain::{Fault, HandoverItem, Id, Problem, calls, read};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tests::handover::{
    answers, by_phone, follow_up, keeps, matter, member, opens, partner, places, plan, resident,
    sets, summarises,
};
use tests::{Device, World, now, rand};

/// A handover with two matters that are offered to Nav, one of them about a resident.
struct Sent {
    device: Device,
    handover: Id,
    nav: Id,
    items: [Id; 2],
}

async fn sent(world: &World) -> Sent {
    let device = world.founder("Aisha Noor").await;
    let oksana = resident(&device, "Oksana Kovalenko").await;
    sets(&device, "resident", oksana, json!({ "remarks": "Sover dårlig" })).await.unwrap();
    let matters = [
        follow_up(&device, "Bostøtten", &[oksana]).await,
        follow_up(&device, "Nøkler til boden", &[]).await,
    ];
    let (nav, other) = (partner(&device, "Nav Bjerke").await, partner(&device, "Boligbygg").await);
    let elsewhere = follow_up(&device, "Radiatoren", &[]).await;
    let handover = opens(&device).await;
    summarises(&device, handover, oksana, json!({})).await;
    places(&device, handover, &matters, nav).await;
    places(&device, handover, &[elsewhere], other).await;
    let mut items = [Id::nil(); 2];
    for (item, id) in items.iter_mut().zip(matters) {
        *item = matter(&device, handover, id).await.item;
    }
    Sent { device, handover, nav, items }
}

impl Sent {
    /// Seals answers as the page in the package does.
    fn reply(&self, by: &str, answers: &Value) -> String {
        let head = format!("BOMILJO-SVAR 1 {} {}", self.handover, self.nav);
        let key = self.device.package_secret("reply", self.handover, self.nav).unwrap();
        let plain = json!({ "by": by, "at": "2024-03-14T11:00:00.000Z", "answers": answers });
        let plain = plain.to_string();
        let mut rng = Host::with_clock(now).rng();
        let sealed = sync::seal_with(key, plain.as_bytes(), head.as_bytes(), &mut rng);
        format!("{head}\n{}\n", base16ct::lower::encode_string(&sealed))
    }

    /// Yes to the first matter and no to the second, as they are offered now.
    async fn both(&self) -> Value {
        let offered = [self.item(0).await.offered_at, self.item(1).await.offered_at];
        json!([
            { "item": self.items[0], "offered": offered[0], "status": "accepted", "words": "Vi søker på nytt" },
            { "item": self.items[1], "offered": offered[1], "status": "declined", "words": "Ikke vårt kontor" },
        ])
    }

    /// Asks about the first matter.
    async fn asks(&self, words: &str) -> String {
        let offered = self.item(0).await.offered_at;
        let question = json!({ "item": self.items[0], "offered": offered, "status": "question", "words": words });
        self.reply("Ingrid Moe", &json!([question]))
    }

    async fn reads(&self, text: String) -> Result<Reply, Fault> {
        self.device.run(calls::ReadReply { text }).await
    }

    async fn item(&self, at: usize) -> HandoverItem {
        read(&self.device.reads(self.items[at]).await.fields)
    }
}

/// What `age -d` finds in the file.
fn opened(html: &str, words: &str) -> Result<Vec<u8>, age::DecryptError> {
    let end = "-----END AGE ENCRYPTED FILE-----";
    let (begins, ends) =
        (html.find("-----BEGIN AGE").unwrap(), html.find(end).unwrap() + end.len());
    let decryptor = age::Decryptor::new(ArmoredReader::new(&html.as_bytes()[begins..ends]))?;
    let identity = age::scrypt::Identity::new(SecretString::from(words.to_owned()));
    let mut plain = Vec::new();
    decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity))?.read_to_end(&mut plain)?;
    Ok(plain)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_is_one_page_around_a_file_that_the_program_age_opens() {
    let world = World::new().await;
    let sent = sent(&world).await;
    let package = package::pack(&sent.device, sent.handover, sent.nav, "nb").await.unwrap();
    assert!(package.html.contains("default-src 'none'"));
    assert!(!package.html.contains("Oksana") && !package.html.contains("Nav Bjerke"));
    assert!(!package.html.contains(&package.words));
    let again = package::words(&sent.device, sent.handover, sent.nav).unwrap();
    assert_eq!(again, package.words, "it is told once");
    assert!(opened(&package.html, "abbor-abbor-abbor-abbor-abbor-abbor").is_err());

    let plain = opened(&package.html, &package.words).unwrap();
    let mut bag = zip::ZipArchive::new(Cursor::new(plain)).unwrap();
    let mut file = |name: &str| {
        let mut bytes = Vec::new();
        bag.by_name(&format!("overlevering/{name}")).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    };
    let manifest = String::from_utf8(file("manifest-sha256.txt")).unwrap();
    assert_eq!(manifest.lines().count(), 3);
    for line in manifest.lines() {
        let (hash, name) = line.split_once("  ").unwrap();
        assert_eq!(hash, base16ct::lower::encode_string(&Sha256::digest(file(name))), "{name}");
    }
    assert!(file("data/overlevering.pdf").starts_with(b"%PDF-"));
    let data = String::from_utf8(file("data/overlevering.json")).unwrap();
    for told in ["Bostøtten", "Nøkler til boden", "Oksana Kovalenko", "Bor alene.", "Aisha"] {
        assert!(data.contains(told), "{told:?} is not in {data}");
    }
    for theirs in ["Radiatoren", "Sover dårlig"] {
        assert!(!data.contains(theirs), "{theirs:?} is in {data}");
    }
    assert_eq!(sent.item(0).await.channel, Some(Channel::Package));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_is_noted_once_however_often_it_is_read() {
    let world = World::new().await;
    let sent = sent(&world).await;
    package::pack(&sent.device, sent.handover, sent.nav, "nb").await.unwrap();
    let text = sent.reply("Ingrid Moe", &sent.both().await);
    let reply = sent.reads(text.clone()).await.unwrap();
    assert_eq!((reply.noted, reply.known, reply.late.len()), (2, 0, 0));
    assert_eq!((reply.receiver.as_str(), reply.by.as_str()), ("Nav Bjerke", "Ingrid Moe"));
    let (taken, declined) = (sent.item(0).await, sent.item(1).await);
    assert_eq!(
        (taken.stands(), taken.understood.as_str()),
        (ItemStatus::Accepted, "Vi søker på nytt")
    );
    assert_eq!(
        (declined.stands(), declined.reason.as_str()),
        (ItemStatus::Declined, "Ikke vårt kontor")
    );
    assert_eq!(taken.answered_by, "Ingrid Moe");
    let again = sent.reads(text).await.unwrap();
    assert_eq!((again.noted, again.known, again.group), (0, 2, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_can_be_taken_back_as_one() {
    let world = World::new().await;
    let sent = sent(&world).await;
    let reply = sent.reads(sent.reply("Ingrid Moe", &sent.both().await)).await.unwrap();
    sent.device.run(calls::Undo { group: reply.group.unwrap() }).await.unwrap();
    for at in [0, 1] {
        assert_eq!(sent.item(at).await.stands(), ItemStatus::Offered);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_to_a_matter_that_has_moved_on_is_said_and_the_others_are_noted() {
    let world = World::new().await;
    let sent = sent(&world).await;
    let text = sent.reply("Ingrid Moe", &sent.both().await);
    let kept = sent.item(0).await.matter.unwrap();
    keeps(&sent.device, sent.handover, vec![kept], "Vi tar den selv").await;
    let reply = sent.reads(text).await.unwrap();
    assert_eq!((reply.noted, reply.late), (1, vec!["Bostøtten".to_owned()]));
    assert_eq!(sent.item(0).await.stands(), ItemStatus::KeptByLead);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_to_an_earlier_offer_is_none_to_the_next() {
    let world = World::new().await;
    let sent = sent(&world).await;
    let text = sent.reply("Ingrid Moe", &sent.both().await);
    sent.reads(text.clone()).await.unwrap();
    let declined = sent.item(1).await.matter.unwrap();
    sent.device.sets_its_clock(60_000);
    places(&sent.device, sent.handover, &[declined], sent.nav).await;
    let again = sent.reads(text).await.unwrap();
    assert_eq!((again.noted, again.known), (0, 1));
    assert_eq!(again.late, ["Nøkler til boden"]);
    assert_eq!(sent.item(1).await.stands(), ItemStatus::Offered);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_that_a_colleague_has_answered_is_not_asked_again_by_the_same_file() {
    let world = World::new().await;
    let sent = sent(&world).await;
    let text = sent.asks("Har hun kontrakten?").await;
    assert_eq!(sent.reads(text.clone()).await.unwrap().noted, 1);
    assert_eq!(sent.item(0).await.stands(), ItemStatus::Question);
    let answer = json!({ "status": "offered", "answer": "Ja" });
    sets(&sent.device, "handover-item", sent.items[0], answer).await.unwrap();
    assert_eq!(sent.reads(text).await.unwrap().known, 1);
    assert_eq!(sent.item(0).await.stands(), ItemStatus::Offered);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_to_a_matter_that_has_not_arrived_is_said() {
    let world = World::new().await;
    let sent = sent(&world).await;
    let other = json!([{ "item": Id::from_u128(rand()), "status": "accepted", "words": "Ja" }]);
    let reply = sent.reads(sent.reply("Ingrid Moe", &other)).await.unwrap();
    assert_eq!((reply.noted, reply.unknown), (0, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_holds_no_answer_of_another_receiver() {
    let world = World::new().await;
    let sent = sent(&world).await;
    let other = partner(&sent.device, "Fastlegen").await;
    let matter = sent.item(0).await.matter.unwrap();
    let no = json!({ "status": "declined", "reason": "Hun går ikke hos oss" });
    places(&sent.device, sent.handover, &[matter], other).await;
    answers(&sent.device, sent.handover, matter, by_phone(no)).await.unwrap();
    places(&sent.device, sent.handover, &[matter], sent.nav).await;
    let package = package::pack(&sent.device, sent.handover, sent.nav, "nb").await.unwrap();
    let plain = opened(&package.html, &package.words).unwrap();
    let mut bag = zip::ZipArchive::new(Cursor::new(plain)).unwrap();
    for at in 0..bag.len() {
        let mut text = Vec::new();
        bag.by_index(at).unwrap().read_to_end(&mut text).unwrap();
        let text = String::from_utf8_lossy(&text).into_owned();
        assert!(!text.contains("Fastlegen") && !text.contains("Hun går ikke"), "{text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_that_is_altered_cut_another_s_or_newer_is_refused_by_name_and_changes_nothing() {
    let world = World::new().await;
    let sent = sent(&world).await;
    let text = sent.reply("Ingrid Moe", &sent.both().await);
    let altered = text.replace(" 1 ", " 0 ");
    let flipped = {
        let (start, last) = text.trim_end().split_at(text.trim_end().len() - 1);
        format!("{start}{}", if last == "0" { "1" } else { "0" })
    };
    let elsewhere =
        text.replacen(&sent.handover.to_string(), &Id::from_u128(rand()).to_string(), 1);
    let misaddressed = text.replacen(&sent.nav.to_string(), &sent.items[0].to_string(), 1);
    for (what, text, fault) in [
        ("altered", altered, Fault::DamagedReply),
        ("one letter", flipped, Fault::DamagedReply),
        ("half", text[..text.len() / 2].to_owned(), Fault::DamagedReply),
        ("its first line", text.lines().next().unwrap().to_owned(), Fault::DamagedReply),
        ("of another receiver", misaddressed, Fault::DamagedReply),
        ("of another handover", elsewhere, Fault::OthersReply),
        ("newer", text.replacen(" 1 ", " 2 ", 1), Fault::NewerReply),
        ("a letter", "Hei, her er svaret".to_owned(), Fault::NoReply),
        ("nothing", String::new(), Fault::NoReply),
    ] {
        assert_eq!(sent.reads(text).await, Err(fault), "{what}");
    }
    let plan = plan(&sent.device, sent.handover).await;
    assert!(plan.matters.iter().all(|it| it.status != ItemStatus::Accepted.name()));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_package_goes_to_a_receiver_who_is_offered_nothing() {
    let world = World::new().await;
    let sent = sent(&world).await;
    let unasked = partner(&sent.device, "Fastlegen").await;
    let member = member(&sent.device).await;
    for receiver in [unasked, member] {
        let refused = package::pack(&sent.device, sent.handover, receiver, "nb").await;
        let Err(Fault::Invalid { issues }) = refused else { panic!("{refused:?}") };
        assert_eq!(issues[0].problem, Problem::NothingOffered);
    }
}
