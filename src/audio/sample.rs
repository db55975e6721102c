//! Sample formats of devices, to and from `f32` of −1 to 1.
//! REALTIME: called for every sample by the callbacks. No panic path, no branch that is not needed.
//! Not here: the formats that only cpal has a type for (`cpal_backend`).

/// What a device delivers or takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StreamFormat {
    /// Frames per second.
    pub sample_rate_hz: u32,
    /// Samples per frame, at least 1.
    pub channels: u16,
}

/// A sample as a device delivers or takes it.
pub trait DeviceSample: Copy + 'static {
    /// The value of −1 to 1; what is not a number is 0, what is beyond full scale is full scale.
    fn to_unit(self) -> f32;

    /// The nearest sample to a value of −1 to 1.
    fn from_unit(value: f32) -> Self;
}

/// Not-a-number to 0, anything beyond ±1 to ±1.
#[inline]
pub fn sane(value: f32) -> f32 {
    if value.is_nan() {
        0.0
    } else {
        value.clamp(-1.0, 1.0)
    }
}

/// The nearest 16-bit sample; exact for whatever was 16 bits before.
#[inline]
pub fn to_i16(value: f32) -> i16 {
    // `as` saturates, so that +1.0 becomes the highest sample there is.
    (value * 32_768.0).round_ties_even() as i16
}

/// The value of a 16-bit sample.
#[inline]
pub fn from_i16(sample: i16) -> f32 {
    f32::from(sample) / 32_768.0
}

impl DeviceSample for f32 {
    #[inline]
    fn to_unit(self) -> f32 {
        sane(self)
    }

    #[inline]
    fn from_unit(value: f32) -> Self {
        value
    }
}

impl DeviceSample for f64 {
    #[inline]
    fn to_unit(self) -> f32 {
        sane(self as f32)
    }

    #[inline]
    fn from_unit(value: f32) -> Self {
        Self::from(value)
    }
}

macro_rules! integer_samples {
    ($($signed:ty, $unsigned:ty, $half:expr;)*) => {$(
        impl DeviceSample for $signed {
            #[inline]
            fn to_unit(self) -> f32 {
                (f64::from(self) / $half) as f32
            }

            #[inline]
            fn from_unit(value: f32) -> Self {
                (f64::from(value) * $half) as Self
            }
        }

        impl DeviceSample for $unsigned {
            #[inline]
            fn to_unit(self) -> f32 {
                (f64::from(self) / $half - 1.0) as f32
            }

            #[inline]
            fn from_unit(value: f32) -> Self {
                ((f64::from(value) + 1.0) * $half) as Self
            }
        }
    )*};
}

integer_samples! {
    i8, u8, 128.0;
    i16, u16, 32_768.0;
    i32, u32, 2_147_483_648.0;
}

// The upper half of 64 bits is far more than a 16-bit file can hold.
impl DeviceSample for i64 {
    #[inline]
    fn to_unit(self) -> f32 {
        ((self >> 32) as i32).to_unit()
    }

    #[inline]
    fn from_unit(value: f32) -> Self {
        Self::from(i32::from_unit(value)) << 32
    }
}

impl DeviceSample for u64 {
    #[inline]
    fn to_unit(self) -> f32 {
        ((self >> 32) as u32).to_unit()
    }

    #[inline]
    fn from_unit(value: f32) -> Self {
        Self::from(u32::from_unit(value)) << 32
    }
}

/// The bytes of an `i16`, which may lie at any address.
impl DeviceSample for [u8; 2] {
    #[inline]
    fn to_unit(self) -> f32 {
        i16::from_ne_bytes(self).to_unit()
    }

    #[inline]
    fn from_unit(value: f32) -> Self {
        i16::from_unit(value).to_ne_bytes()
    }
}

/// The bytes of an `f32`.
impl DeviceSample for [u8; 4] {
    #[inline]
    fn to_unit(self) -> f32 {
        f32::from_ne_bytes(self).to_unit()
    }

    #[inline]
    fn from_unit(value: f32) -> Self {
        value.to_ne_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixteen_bits_survive_the_way_through_floats() {
        for sample in i16::MIN..=i16::MAX {
            assert_eq!(to_i16(sample.to_unit()), sample);
            assert_eq!(to_i16(from_i16(sample)), sample);
            assert_eq!(i16::from_unit(from_i16(sample)), sample);
        }
    }

    #[test]
    fn nonsense_becomes_sense() {
        assert_eq!(to_i16(f32::NAN.to_unit()), 0);
        assert_eq!(to_i16(f32::INFINITY.to_unit()), i16::MAX);
        assert_eq!(to_i16(f64::NEG_INFINITY.to_unit()), i16::MIN);
        assert_eq!(to_i16((-1e30_f64).to_unit()), i16::MIN);
    }

    #[test]
    fn every_format_has_its_silence_and_its_full_scale() {
        assert_eq!(to_i16(128_u8.to_unit()), 0);
        assert_eq!(to_i16(0_u8.to_unit()), i16::MIN);
        assert_eq!(to_i16(i8::MIN.to_unit()), i16::MIN);
        assert_eq!(to_i16(0_u32.to_unit()), i16::MIN);
        assert_eq!(to_i16(i32::MAX.to_unit()), i16::MAX);
        assert_eq!(to_i16(i64::MIN.to_unit()), i16::MIN);
        assert_eq!(u8::from_unit(0.0), 128);
        assert_eq!(u16::from_unit(1.0), u16::MAX);
        assert_eq!(i32::from_unit(-1.0), i32::MIN);
        assert_eq!(u64::from_unit(-1.0), 0);
    }
}
