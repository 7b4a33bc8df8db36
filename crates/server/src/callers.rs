//! Which address a request comes from, and whether it comes too often.

use std::net::{IpAddr, Ipv6Addr};
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::middleware::Next;
use axum::response::Response;

use crate::Result;
use crate::hub::Hub;

const FORWARDED: &str = "x-forwarded-for";

/// Who is at the other end of a connection; a proxy, perhaps.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub IpAddr);

/// Lets a request through unless its address makes too many.
pub async fn counted(
    State(hub): State<Arc<Hub>>,
    request: Request,
    next: Next,
) -> Result<Response> {
    if let Some(Peer(peer)) = request.extensions().get() {
        let address = origin(*peer, request.headers(), &hub.proxies);
        hub.addresses.pass(&neighbourhood(address), &hub.host)?;
    }
    Ok(next.run(request).await)
}

/// The last address that no proxy of ours can vouch for.
fn origin(peer: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> IpAddr {
    let peer = peer.to_canonical();
    if !proxies.contains(&peer) {
        return peer;
    }
    let lines = headers.get_all(FORWARDED).iter().filter_map(|line| line.to_str().ok());
    let said = lines.flat_map(|line| line.split(',')).map(|part| part.trim().parse::<IpAddr>());
    let said: Vec<_> =
        said.map_while(std::result::Result::ok).map(|it| it.to_canonical()).collect();
    said.into_iter().rev().find(|address| !proxies.contains(address)).unwrap_or(peer)
}

/// An IPv6 subscriber has a whole network of addresses.
fn neighbourhood(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(six) => Ipv6Addr::from_bits(six.to_bits() >> 64 << 64).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(peer: &str, forwarded: &str) -> String {
        let headers =
            HeaderMap::from_iter([(FORWARDED.parse().unwrap(), forwarded.parse().unwrap())]);
        origin(peer.parse().unwrap(), &headers, &["127.0.0.1".parse().unwrap()]).to_string()
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
    fn a_network_of_ipv6_addresses_is_one_caller() {
        let one: IpAddr = "2001:db8:1:2:3::4".parse().unwrap();
        assert_eq!(neighbourhood(one).to_string(), "2001:db8:1:2::");
    }
}
