//! The address of a request, and whether it makes too many.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use crate::Result;
use crate::hub::Hub;

const FORWARDED: &str = "x-forwarded-for";

/// The other end of a connection, which may be a proxy.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub IpAddr);

/// The address of a request, as far as trusted proxies report it. The limits count this.
#[derive(Debug, Clone, Copy)]
pub struct Origin(pub IpAddr);

/// Lets a request through unless its address makes too many.
pub async fn limited(
    State(hub): State<Arc<Hub>>,
    mut request: Request,
    next: Next,
) -> Result<Response> {
    if let Some(Peer(peer)) = request.extensions().get() {
        let address = neighbourhood(origin(*peer, request.headers(), &hub.proxies));
        hub.addresses.pass(&address, &hub.host)?;
        request.extensions_mut().insert(Origin(address));
    }
    Ok(next.run(request).await)
}

/// The last address that is not a trusted proxy. Everything before it is only a claim of that
/// address. If it is no address at all, the proxy that passed it on is used.
fn origin(peer: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> IpAddr {
    let lines = headers.get_all(FORWARDED).iter().map(HeaderValue::as_bytes);
    let said: Vec<_> = lines.flat_map(|line| line.split(|byte| *byte == b',')).collect();
    let mut last = peer.to_canonical();
    for part in said.into_iter().rev() {
        match address(part) {
            Some(before) if proxies.contains(&last) => last = before,
            _ => break,
        }
    }
    last
}

/// An address as proxies write it: bare, in brackets, with a port.
fn address(part: &[u8]) -> Option<IpAddr> {
    let part = std::str::from_utf8(part).ok()?.trim();
    let bare = part.strip_prefix('[').and_then(|it| it.strip_suffix(']')).unwrap_or(part);
    let address = bare.parse().or_else(|_| part.parse().map(|it: SocketAddr| it.ip()));
    address.ok().map(|it| it.to_canonical())
}

/// An IPv6 subscriber has a whole network, so its first 64 bits are counted.
pub fn neighbourhood(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(six) => Ipv6Addr::from_bits(six.to_bits() >> 64 << 64).into(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The trusted proxies.
    const PROXIES: [&str; 3] = ["127.0.0.1", "10.0.0.1", "2001:db8::1"];

    fn from(peer: &str, forwarded: impl AsRef<[u8]>) -> String {
        let value = HeaderValue::from_bytes(forwarded.as_ref()).unwrap();
        from_lines(peer, [value])
    }

    fn from_lines(peer: &str, lines: impl IntoIterator<Item = HeaderValue>) -> String {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(FORWARDED, line);
        }
        let proxies = PROXIES.map(|it| it.parse().unwrap());
        origin(peer.parse().unwrap(), &headers, &proxies).to_string()
    }

    #[test]
    fn only_a_trusted_proxy_is_believed_and_only_about_the_one_before_it() {
        assert_eq!(from("9.9.9.9", "1.1.1.1"), "9.9.9.9");
        assert_eq!(from("127.0.0.1", "1.1.1.1"), "1.1.1.1");
        assert_eq!(from("127.0.0.1", "6.6.6.6, 1.1.1.1"), "1.1.1.1");
        assert_eq!(from("::ffff:127.0.0.1", "1.1.1.1, 127.0.0.1"), "1.1.1.1");
        assert_eq!(from("127.0.0.1", "nonsense"), "127.0.0.1");
    }

    #[test]
    fn what_a_caller_puts_before_its_address_is_not_looked_at() {
        assert_eq!(from("127.0.0.1", "6.6.6.6, x, 1.1.1.1"), "1.1.1.1");
        assert_eq!(from("127.0.0.1", "6.6.6.6, x, 1.1.1.1, 10.0.0.1"), "1.1.1.1");
        assert_eq!(from("127.0.0.1", "10.0.0.1, 1.1.1.1"), "1.1.1.1");
        assert_eq!(from("127.0.0.1", b"6.6.6.6, \xFF\xFE, 1.1.1.1"), "1.1.1.1");
        let lines = ["6.6.6.6", "x", "1.1.1.1"].map(HeaderValue::from_static);
        assert_eq!(from_lines("127.0.0.1", lines), "1.1.1.1");
    }

    #[test]
    fn where_the_address_is_none_the_last_proxy_is_counted() {
        assert_eq!(from("127.0.0.1", "6.6.6.6, x"), "127.0.0.1");
        assert_eq!(from("127.0.0.1", "6.6.6.6, unknown, 10.0.0.1"), "10.0.0.1");
        assert_eq!(from("127.0.0.1", "6.6.6.6,"), "127.0.0.1");
        assert_eq!(from("127.0.0.1", ""), "127.0.0.1");
        assert_eq!(from("127.0.0.1", "10.0.0.1"), "10.0.0.1");
    }

    #[test]
    fn an_address_is_known_with_a_port_and_in_brackets() {
        assert_eq!(from("127.0.0.1", "1.2.3.4:443"), "1.2.3.4");
        assert_eq!(from("127.0.0.1", "[2001:db8::7]:443"), "2001:db8::7");
        assert_eq!(from("127.0.0.1", "[2001:db8::7]"), "2001:db8::7");
        assert_eq!(from("127.0.0.1", "::ffff:1.2.3.4"), "1.2.3.4");
        assert_eq!(from("127.0.0.1", "1.1.1.1, [2001:db8::1]:8470"), "1.1.1.1");
        assert_eq!(from("127.0.0.1", "1.2.3.4:99999"), "127.0.0.1");
    }

    proptest! {
        #[test]
        fn whatever_a_caller_sends_the_address_that_our_proxies_saw_is_counted(
            sent in prop::collection::vec(proptest::num::u8::ANY.prop_filter("", |it| *it >= 32 && *it != 127), 0..60),
            real in any::<IpAddr>().prop_map(|it| it.to_canonical()),
            hops in prop::collection::vec(0..PROXIES.len(), 0..4),
        ) {
            prop_assume!(!PROXIES.contains(&real.to_string().as_str()));
            let hops: Vec<_> = hops.iter().map(|hop| format!(", {}", PROXIES[*hop])).collect();
            let hops = hops.concat();
            let said = [&sent[..], format!(",{real}{hops}").as_bytes()].concat();
            prop_assert_eq!(from("127.0.0.1", said), real.to_string());
        }

        #[test]
        fn nothing_is_believed_of_one_that_is_no_proxy(sent in "[ -~]{0,60}") {
            prop_assert_eq!(from("9.9.9.9", sent), "9.9.9.9");
        }
    }

    #[test]
    fn a_network_of_ipv6_addresses_is_one_caller() {
        let one: IpAddr = "2001:db8:1:2:3::4".parse().unwrap();
        assert_eq!(neighbourhood(one).to_string(), "2001:db8:1:2::");
    }
}
