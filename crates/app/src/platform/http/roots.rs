//! Which certificates a device trusts.

use std::sync::Arc;

use rustls::crypto::ring::default_provider;
use rustls::pki_types::CertificateDer;
use rustls::version::{TLS12, TLS13};
use rustls::{ClientConfig, RootCertStore};

/// The TLS settings for reqwest; none if the library has no ciphers, which it has.
pub fn tls() -> Option<ClientConfig> {
    let roots = roots(rustls_native_certs::load_native_certs().certs);
    let builder = ClientConfig::builder_with_provider(Arc::new(default_provider()));
    let builder = builder.with_protocol_versions(&[&TLS13, &TLS12]).ok()?;
    let mut config = builder.with_root_certificates(roots).with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Some(config)
}

/// The authorities of the device, such as the municipality's own. One that the device has removed
/// is not trusted. A device without any gets the public ones.
fn roots(shown: Vec<CertificateDer<'static>>) -> RootCertStore {
    let mut roots = RootCertStore::empty();
    let (valid, _) = roots.add_parsable_certificates(shown);
    if valid == 0 {
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    }
    roots
}

#[cfg(test)]
mod tests {
    use rcgen::generate_simple_self_signed;

    use super::*;

    #[test]
    fn a_device_that_shows_authorities_believes_those_alone() {
        let municipality = generate_simple_self_signed(["kommune.example.no".to_owned()]).unwrap();
        assert_eq!(roots(vec![municipality.cert.der().clone()]).len(), 1);
        let world = webpki_roots::TLS_SERVER_ROOTS.len();
        assert_eq!(roots(vec![]).len(), world);
        assert_eq!(roots(vec![b"no certificate".to_vec().into()]).len(), world);
    }
}
