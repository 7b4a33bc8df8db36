//! Making spaces and becoming a member.

use wire::{DeviceKey, Found, Join, Members, PROFILE_LIMIT, Refusal, Roster, SpaceKey};

use crate::it::device::Device;
use crate::it::world::World;

#[tokio::test]
async fn founding_and_joining_again_add_nobody() {
    let (world, aisha, bjorn) = World::with_two_members().await;
    let devices =
        |roster: Roster| roster.members.into_iter().map(|it| it.device).collect::<Vec<_>>();
    let roster = world.call(&aisha, &Members { space: aisha.space }).await.unwrap();
    let again = world.call(&aisha, &aisha.found()).await.unwrap();
    let once_more = world.call(&bjorn, &bjorn.join()).await.unwrap();
    for roster in [roster, again, once_more] {
        assert_eq!(devices(roster), [aisha.id, bjorn.id]);
    }
}

#[tokio::test]
async fn whoever_joins_again_by_another_name_goes_by_that_one() {
    let (world, aisha, bjorn) = World::with_two_members().await;
    let profile = vec![8; 40];
    let member = bjorn.space_key.admit(bjorn.space, bjorn.id, bjorn.key.public(), profile.clone());
    let joined = world.call(&bjorn, &Join { member, ..bjorn.join() }).await.unwrap();
    assert_eq!(joined.members.len(), 2);
    let roster = world.call(&aisha, &Members { space: aisha.space }).await.unwrap();
    assert_eq!(roster.members[1].profile, profile);
    assert_eq!(roster, joined);
}

#[tokio::test]
async fn a_space_cannot_be_taken_over() {
    let (world, _, _) = World::with_two_members().await;
    let taker = Device { space_key: SpaceKey([99; 32]), ..Device::of_site(1, 7) };
    assert_eq!(world.call(&taker, &taker.found()).await, Err(Refusal::SpaceTaken));
    assert_eq!(world.call(&taker, &taker.join()).await, Err(Refusal::BadSignature));
    assert_eq!(world.call(&taker, &taker.pull(0)).await, Err(Refusal::NotMember));
}

#[tokio::test]
async fn a_device_cannot_be_taken_over() {
    let (world, _, _) = World::with_two_members().await;
    let taker = Device { key: DeviceKey::from_bytes(&[66; 32]), ..Device::of_site(1, 1) };
    assert_eq!(world.call(&taker, &taker.join()).await, Err(Refusal::BadSignature));
    assert_eq!(world.call(&taker, &taker.found()).await, Err(Refusal::BadSignature));
}

#[tokio::test]
async fn nobody_joins_for_another() {
    let (world, aisha, _) = World::with_two_members().await;
    let carl = Device::of_site(1, 3);
    let asked = world.call(&aisha, &carl.join()).await;
    assert_eq!(asked, Err(Refusal::BadSignature));
}

#[tokio::test]
async fn a_space_that_does_not_exist_cannot_be_joined() {
    let world = World::new().await;
    let carl = Device::of_site(1, 3);
    assert_eq!(world.call(&carl, &carl.join()).await, Err(Refusal::UnknownSpace));
}

#[tokio::test]
async fn a_profile_is_short() {
    let world = World::new().await;
    let aisha = Device::of_site(1, 1);
    let long = vec![0; PROFILE_LIMIT + 1];
    let member = aisha.space_key.admit(aisha.space, aisha.id, aisha.key.public(), long.clone());
    let refused = world.call(&aisha, &Found { profile: long, ..aisha.found() }).await;
    assert_eq!(refused, Err(Refusal::TooLarge));
    let refused = world.call(&aisha, &Found { member: member.clone(), ..aisha.found() }).await;
    assert_eq!(refused, Err(Refusal::TooLarge));
    world.call(&aisha, &aisha.found()).await.unwrap();
    let join = Join { space: aisha.space, member };
    assert_eq!(world.call(&aisha, &join).await, Err(Refusal::TooLarge));
}
