//! What DIAS asks of a package: METS for what is in it, PREMIS for what was done, and a file beside it.

pub mod info;
pub mod mets;
pub mod premis;
mod sections;
