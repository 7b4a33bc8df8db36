use super::*;

/// What docs/server.md tells people to begin with.
const EXAMPLE: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/server.example.toml"));

fn over(text: &str) -> Result<Config> {
    let settings = Settings::default().over(text).map_err(|error| wrong(error.to_string()))?;
    settings.config()
}

fn refused(text: &str) -> String {
    over(text).unwrap_err().to_string()
}

#[test]
fn the_example_is_a_working_file() {
    let config = over(EXAMPLE).unwrap();
    assert_eq!(config.listen, LISTEN);
    assert_eq!(config.limits, Limits::default());
    assert_eq!(config.snapshot_after, snapshot::AFTER);
}

#[test]
fn every_setting_that_the_example_leaves_out_is_shown_commented() {
    let all: String = EXAMPLE
        .lines()
        .map(|line| line.strip_prefix("#= ").unwrap_or(line))
        .fold(String::new(), |all, line| all + line + "\n");
    let shown = toml::from_str::<Table>(&all).unwrap();
    let known = <Settings as clap::Args>::augment_args(clap::Command::new(""));
    for argument in known.get_arguments() {
        let name = argument.get_long().unwrap();
        assert!(shown.contains_key(name), "{name}");
    }
    assert!(toml::from_str::<Settings>(&all).is_ok());
}

#[test]
fn what_the_command_line_says_goes_before_the_file() {
    let said = Settings { device_rate: Some(7), ..Settings::default() };
    let settings = said.over("device-rate = 3\nlisten = '[::]:80'\ndata = '/srv'").unwrap();
    assert_eq!(settings.device_rate, Some(7));
    assert_eq!(settings.listen.as_deref(), Some("[::]:80"));
}

#[test]
fn a_mistake_is_named() {
    assert!(refused("").contains("where is the database?"));
    assert!(refused("data = 'a'\ndatabase = 'postgres://b'").contains("both set"));
    assert!(refused("data = 'a'\nlisen = ':80'").contains("lisen"));
    assert!(refused("data = 'a'\nproxies = ['here']").contains("line 2"));
    assert!(refused("data = 'a'\nconnections = 0").contains("nobody"));
    assert!(refused("data = 'a'\ndevice-burst = 1").contains("1 < 20"));
    assert!(refused("data = 'a'\nweb = '/nowhere'").contains("index.html in /nowhere"));
}

#[test]
fn the_operators_address_can_be_left_out() {
    assert_eq!(over("data = 'a'").unwrap().admin.as_deref(), Some(ADMIN));
    assert_eq!(over("data = 'a'\nadmin = 'off'").unwrap().admin, None);
}
