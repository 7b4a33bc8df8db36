//! The `age` ciphertext.

use std::io::{Read, Write};

use age::armor::{ArmoredReader, ArmoredWriter, Format};
use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, scrypt};
use domain::Fault;
use domain::fault::Result;

use crate::list::Flaw;
use crate::words;

/// How much memory and time a guess costs: 64 MiB. More would be too much for an old phone.
const WORK: u8 = 16;
/// The highest work factor that a file may ask for: 256 MiB.
const HARDEST: u8 = 18;
/// The largest content, in bytes.
pub const LARGEST: u64 = 1 << 30;

/// Whether it is not more than can be opened again.
fn fits(plain: &[u8]) -> bool {
    plain.len() as u64 <= LARGEST
}

/// Seals bytes with a passphrase. Fails where they are more than can be opened again.
pub fn seal(plain: &[u8], passphrase: &str) -> Result<Vec<u8>> {
    if !fits(plain) {
        let most = usize::try_from(LARGEST).unwrap_or(usize::MAX);
        return Err(Fault::TooLarge { size: plain.len(), most });
    }
    sealed(plain, passphrase, Format::Binary).map_err(|it| failed(&it))
}

/// Seals bytes with a passphrase. The result is text.
pub fn as_text(plain: &[u8], passphrase: &str) -> Result<String> {
    let sealed = sealed(plain, passphrase, Format::AsciiArmor).map_err(|it| failed(&it))?;
    String::from_utf8(sealed).map_err(|it| failed(&it))
}

/// Opens what was sealed either way. The passphrase may be typed in any way.
pub fn open(sealed: &[u8], passphrase: &str) -> std::result::Result<Vec<u8>, Flaw> {
    let decryptor = Decryptor::new(ArmoredReader::new(sealed)).map_err(|_| Flaw::Damaged)?;
    let mut identity = scrypt::Identity::new(SecretString::from(words::typed(passphrase)));
    identity.set_max_work_factor(HARDEST);
    let reader = decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity));
    let reader = reader.map_err(|problem| match problem {
        DecryptError::NoMatchingKeys | DecryptError::DecryptionFailed => Flaw::WrongWords,
        _ => Flaw::Damaged,
    })?;
    let mut plain = Vec::new();
    reader.take(LARGEST + 1).read_to_end(&mut plain).map_err(|_| Flaw::Damaged)?;
    if fits(&plain) { Ok(plain) } else { Err(Flaw::Damaged) }
}

fn sealed(plain: &[u8], passphrase: &str, format: Format) -> std::io::Result<Vec<u8>> {
    let mut recipient = scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
    recipient.set_work_factor(WORK);
    let recipients = std::iter::once(&recipient as &dyn age::Recipient);
    let encryptor = Encryptor::with_recipients(recipients).map_err(std::io::Error::other)?;
    let armor = ArmoredWriter::wrap_output(Vec::new(), format)?;
    let mut writer = encryptor.wrap_output(armor)?;
    writer.write_all(plain)?;
    writer.finish()?.finish()
}

fn failed(problem: &impl std::fmt::Display) -> Fault {
    Fault::Storage { detail: problem.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_with_its_words_alone_however_it_was_written() {
        let text = as_text(b"a list", "abbor-agurk").unwrap().into_bytes();
        for sealed in [seal(b"a list", "abbor-agurk").unwrap(), text] {
            assert_eq!(open(&sealed, "Abbor agurk"), Ok(b"a list".to_vec()));
            assert_eq!(open(&sealed, "abbor-albue"), Err(Flaw::WrongWords));
            assert_eq!(open(&sealed[..sealed.len() - 20], "abbor-agurk"), Err(Flaw::Damaged));
        }
    }
}
