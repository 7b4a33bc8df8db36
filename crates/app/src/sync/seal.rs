//! Sealing of changes that leave this device.

use domain::Change;
use store::Space;
use sync::seal::seal;
use wire::{SpaceKey, encode};

use crate::App;

impl App {
    /// Seals this device's changes in a space.
    pub(crate) fn sealer(&self, space: &Space) -> impl FnMut(&Change) -> Vec<u8> + use<> {
        let (space, device) = (SpaceKey(space.key), self.identity().key.clone());
        let mut rng = self.0.host.rng();
        move |change| encode(&seal(change, &space, &device, &mut rng))
    }
}
