//! x
use super::*;
/// x
pub fn update(_s: &mut State, _i: Input, _n: &Now) -> Vec<Effect> {
    vec![]
}
