//! The `age` ciphertext.

use std::io::Write;

use age::armor::{ArmoredWriter, Format};
use age::secrecy::SecretString;
use age::{Encryptor, scrypt};
use domain::Fault;
use domain::fault::Result;

/// How much memory and time a guess costs: 64 MiB. More would be too much for an old phone.
const WORK: u8 = 16;

/// Seals bytes with a passphrase. The result is text.
pub fn seal(plain: &[u8], passphrase: &str) -> Result<String> {
    let sealed =
        armored(plain, passphrase).map_err(|it| Fault::Storage { detail: it.to_string() })?;
    String::from_utf8(sealed).map_err(|it| Fault::Storage { detail: it.to_string() })
}

fn armored(plain: &[u8], passphrase: &str) -> std::io::Result<Vec<u8>> {
    let mut recipient = scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
    recipient.set_work_factor(WORK);
    let recipients = std::iter::once(&recipient as &dyn age::Recipient);
    let encryptor = Encryptor::with_recipients(recipients).map_err(std::io::Error::other)?;
    let armor = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor)?;
    let mut writer = encryptor.wrap_output(armor)?;
    writer.write_all(plain)?;
    writer.finish()?.finish()
}
