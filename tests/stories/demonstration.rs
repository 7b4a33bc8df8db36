//! The demonstration site has a working day to show.

use domain::calls;
use domain::sheet::Fate;
use tests::World;

use crate::importing::{file, import, import_site};

#[tokio::test(flavor = "multi_thread")]
async fn the_demonstration_has_something_to_do_on_any_day_it_is_opened() {
    let world = World::new().await;
    let aisha = world.founder("Aisha").await;
    import_site(&aisha).await;
    for (kind, rows) in [("appointment", 20), ("incident", 6), ("referral", 13), ("follow-up", 13)]
    {
        let imported = import(&aisha, kind, file(&format!("{kind}.csv"))).await;
        assert_eq!(imported.count(Fate::Added), rows, "{kind}: {:?}", imported.rows);
        assert_eq!(imported.count(Fate::Refused), 0, "{kind}: {:?}", imported.rows);
    }
    for date in 15..22 {
        let day = format!("2024-03-{:02}T23:00:00.000Z", date - 1);
        aisha.is_at(&day);
        let today = aisha.run(calls::GetToday {}).await.unwrap();
        let of_the_day = today.agenda.entries.iter().filter(|it| {
            it.kind == "appointment" && it.fields["at"].as_str().unwrap() > day.as_str()
        });
        assert_eq!(of_the_day.count(), 1, "{date}");
        assert_eq!(today.due.iter().filter(|it| it.kind == "referral").count(), 3, "{date}");
        assert_eq!(today.back.len(), 3);
    }
    let cases = aisha.run(calls::GetCases {}).await.unwrap();
    assert_eq!((cases.open.len(), cases.closed.len()), (3 + 9 + 8, 3 + 4 + 5));
}
