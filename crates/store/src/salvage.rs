//! What becomes of a database that is damaged: it is set aside as it is, and a new one takes its
//! place with everything that can be read of it. Each page counts for itself.

mod back;
pub(crate) mod cipher;
mod files;
mod pages;
mod rescue;
mod shapes;
mod tree;
mod wal;

use std::path::Path;

use domain::Fault;

pub use crate::salvage::files::is_there;
pub(crate) use crate::salvage::files::{
    clear_making, discard_next, made, making_of, replace, settle, sync_folder, told_of,
};
pub(crate) use crate::salvage::pages::Pages;
use crate::{Key, Result, Store};

/// Puts a new database in the place of a damaged one, with what can be read of that.
///
/// Fails with [`Fault::WrongKey`] when the file is foreign; it is not touched then. Fails with
/// [`Fault::Damaged`] or [`Fault::EmptyData`] when nothing is left that this device could go on with;
/// the file is set aside then, and the next start begins anew.
pub fn salvage(path: &Path, key: &Key) -> Result<Store> {
    let pages = Pages::of(path, key)?;
    if !pages.are_ours() {
        return Err(Fault::WrongKey.into());
    }
    clear_making(path);
    let next = Store::create(&making_of(path), key);
    match next.and_then(|mut it| it.rescue(&pages)) {
        Ok(Some(mut salvaged)) => {
            drop(pages);
            made(path)?;
            salvaged.kept = replace(path)?;
            let mut store = Store::existing(path, key)?.ready()?;
            store.salvaged = Some(salvaged);
            Ok(store)
        }
        Ok(None) => {
            clear_making(path);
            let kept = files::set_aside(path)?;
            std::fs::write(told_of(path), "")?;
            let empty = pages.count() < 2;
            Err(if empty { Fault::EmptyData { kept } } else { Fault::Damaged { kept } }.into())
        }
        Err(error) => {
            clear_making(path);
            Err(error)
        }
    }
}
