//! Salvage of a damaged database. The file is set aside unchanged, and a new one takes its place
//! with everything that can be read. Each page is read on its own.

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

/// Replaces a damaged database by a new one with what can be read.
///
/// Fails with [`Fault::WrongKey`] if the file is foreign; it is then not touched. Fails with
/// [`Fault::Damaged`] or [`Fault::EmptyData`] if too little is left for this device to continue
/// with. The file is then set aside, and the next start creates a new one.
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
