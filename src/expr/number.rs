//! Numbers of FEEL: decimal, exact, 34 significant digits, rounded half to even as IEEE 754 decimal128 asks.

mod maths;
mod read;
#[cfg(test)]
mod tests;

use bigdecimal::num_bigint::BigInt;
use bigdecimal::{BigDecimal, RoundingMode, Signed, ToPrimitive, Zero};
use std::cmp::Ordering;
use std::fmt;
use std::num::NonZeroU64;
use std::sync::Arc;

/// Significant digits that a result keeps.
const DIGITS: NonZeroU64 = NonZeroU64::new(34).unwrap();
/// Largest power of ten of the first digit (decimal128).
const LARGEST_EXPONENT: i64 = 6144;
/// Most digits after the point (decimal128).
const LARGEST_SCALE: i64 = 6176;
/// Powers of ten between two numbers of which the smaller does not count in a sum.
const FAR: u64 = 100;
/// Most digits after the point that the fast representation keeps, so that aligning two of them fits 128 bits.
const SMALL_SCALE: u8 = 18;

/// A decimal number. Cheap to clone; numbers of up to 18 digits never touch the heap.
///
/// Equality and order are by value: `1.0` equals `1`.
#[derive(Clone, Debug)]
pub struct Number(Digits);

/// `mantissa / 10^scale`, or anything larger.
#[derive(Clone, Debug)]
enum Digits {
    Small { mantissa: i64, scale: u8 },
    Big(Arc<BigDecimal>),
}

/// How [`Number::rounded`] treats the digits it drops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// Away from zero.
    Up,
    /// Toward zero.
    Down,
    /// To the nearest, halves away from zero.
    HalfUp,
    /// To the nearest, halves toward zero.
    HalfDown,
    /// To the nearest, halves to the even neighbour.
    HalfEven,
    /// Toward the smaller.
    Floor,
    /// Toward the larger.
    Ceiling,
}

impl Number {
    /// Nought.
    pub const ZERO: Self = Self::small(0, 0);
    /// One.
    pub const ONE: Self = Self::small(1, 0);

    const fn small(mantissa: i64, scale: u8) -> Self {
        Self(Digits::Small { mantissa, scale })
    }

    /// Rounds to what decimal128 can hold; `None` where the number is too large for it.
    fn fit(exact: &BigDecimal) -> Option<Self> {
        let mut kept = exact.clone();
        if kept.digits() > DIGITS.get() {
            kept = kept.with_precision_round(DIGITS, RoundingMode::HalfEven);
        }
        if kept.fractional_digit_count() > LARGEST_SCALE {
            kept = kept.with_scale_round(LARGEST_SCALE, RoundingMode::HalfEven);
        }
        if kept.is_zero() {
            return Some(Self::ZERO);
        }
        let first_digit = kept.digits().cast_signed() - kept.fractional_digit_count() - 1;
        (first_digit <= LARGEST_EXPONENT).then(|| Self::shrink(kept))
    }

    /// The fast representation where the number fits it.
    fn shrink(decimal: BigDecimal) -> Self {
        if decimal.digits() > 40 && decimal.fractional_digit_count() <= 0 {
            return Self(Digits::Big(Arc::new(decimal)));
        }
        let decimal = decimal.normalized();
        let scale = decimal.fractional_digit_count();
        if (-i64::from(SMALL_SCALE)..=i64::from(SMALL_SCALE)).contains(&scale) {
            let whole = decimal.with_scale(scale.max(0));
            let mantissa = whole.as_bigint_and_scale().0.to_i64();
            if let (Some(mantissa), Ok(scale)) = (mantissa, u8::try_from(scale.max(0))) {
                return Self::small(mantissa, scale);
            }
        }
        Self(Digits::Big(Arc::new(decimal)))
    }

    fn big(&self) -> BigDecimal {
        match &self.0 {
            Digits::Small { mantissa, scale } => BigDecimal::new(BigInt::from(*mantissa), i64::from(*scale)),
            Digits::Big(decimal) => decimal.as_ref().clone(),
        }
    }

    /// The sum; `None` where it is too large for decimal128.
    pub fn plus(&self, other: &Self) -> Option<Self> {
        if let Some((left, right, scale)) = self.aligned(other)
            && let Some(sum) = left.checked_add(right)
        {
            return Some(Self::small(sum, scale));
        }
        let (left, right) = (self.magnitude(), other.magnitude());
        if left.abs_diff(right) > FAR && !self.is_zero() && !other.is_zero() {
            // The smaller one is far below the last digit of the larger one.
            return Some(if left > right { self.clone() } else { other.clone() });
        }
        Self::fit(&(self.big() + other.big()))
    }

    /// The difference; `None` where it is too large for decimal128.
    pub fn minus(&self, other: &Self) -> Option<Self> {
        self.plus(&other.negated())
    }

    /// Power of ten of the first digit; nought has that of one.
    pub(super) fn magnitude(&self) -> i64 {
        let (digits, scale) = match &self.0 {
            Digits::Small { mantissa, scale } => {
                (mantissa.unsigned_abs().checked_ilog10().map_or(1, |power| i64::from(power) + 1), i64::from(*scale))
            }
            Digits::Big(decimal) => (decimal.digits().cast_signed(), decimal.fractional_digit_count()),
        };
        digits - scale - 1
    }

    /// Both mantissas at the same scale, where both fit the fast representation.
    fn aligned(&self, other: &Self) -> Option<(i64, i64, u8)> {
        let (Digits::Small { mantissa: left, scale: from }, Digits::Small { mantissa: right, scale: to }) = (&self.0, &other.0) else {
            return None;
        };
        match from.cmp(to) {
            Ordering::Equal => Some((*left, *right, *from)),
            Ordering::Less => Some((left.checked_mul(power_of_ten(to - from)?)?, *right, *to)),
            Ordering::Greater => Some((*left, right.checked_mul(power_of_ten(from - to)?)?, *from)),
        }
    }

    /// The product; `None` where it is too large for decimal128.
    pub fn times(&self, other: &Self) -> Option<Self> {
        if let (Digits::Small { mantissa: left, scale: from }, Digits::Small { mantissa: right, scale: to }) = (&self.0, &other.0)
            && from + to <= SMALL_SCALE
            && let Some(product) = left.checked_mul(*right)
        {
            return Some(Self::small(product, from + to));
        }
        Self::fit(&(self.big() * other.big()))
    }

    /// The quotient to 34 digits; `None` for a divisor of nought or a quotient too large for decimal128.
    pub fn divided_by(&self, other: &Self) -> Option<Self> {
        if other.is_zero() {
            return None;
        }
        if let Some((left, right, _)) = self.aligned(other)
            && left.checked_rem(right)? == 0
        {
            return Some(Self::small(left.checked_div(right)?, 0));
        }
        let (left, from) = self.absolute().big().into_bigint_and_scale();
        let (right, to) = other.absolute().big().into_bigint_and_scale();
        // Two digits more than are kept, and a last one that says whether something was cut off: rounding is then exact.
        let shift = (digit_count(&right) - digit_count(&left) + 36).max(0);
        let shifted = left * BigInt::from(10).pow(u32::try_from(shift).ok()?);
        let cut_off = !(&shifted % &right).is_zero();
        let quotient = (shifted / right) * 10 + i32::from(cut_off);
        let size = Self::fit(&BigDecimal::new(quotient, from - to + shift + 1))?;
        Some(if self.is_negative() == other.is_negative() { size } else { size.negated() })
    }

    /// The number with the other sign.
    #[must_use]
    pub fn negated(&self) -> Self {
        match &self.0 {
            Digits::Small { mantissa, scale } if *mantissa != i64::MIN => Self::small(-mantissa, *scale),
            _ => Self(Digits::Big(Arc::new(-self.big()))),
        }
    }

    /// The number without its sign.
    #[must_use]
    pub fn absolute(&self) -> Self {
        if self.is_negative() { self.negated() } else { self.clone() }
    }

    /// Rounded to `scale` digits after the point (negative: before it). `None` where `scale` lies outside −6111..=6176 or the result is too large.
    pub fn rounded(&self, scale: i64, rounding: Rounding) -> Option<Self> {
        if !(-6111..=LARGEST_SCALE).contains(&scale) {
            return None;
        }
        if let Digits::Small { scale: own, .. } = &self.0
            && i64::from(*own) <= scale
        {
            return Some(self.clone());
        }
        let whole = self.big();
        if whole.fractional_digit_count() <= scale {
            return Some(self.clone());
        }
        Self::fit(&whole.with_scale_round(scale, rounding.into()))
    }

    /// Whether it has no digits after the point that count.
    pub fn is_whole(&self) -> bool {
        match &self.0 {
            Digits::Small { scale: 0, .. } => true,
            Digits::Small { mantissa, scale } => power_of_ten(*scale).is_some_and(|unit| mantissa % unit == 0),
            Digits::Big(decimal) => decimal.normalized().fractional_digit_count() <= 0,
        }
    }

    /// The whole number it is, where it is one and fits.
    pub fn to_i64(&self) -> Option<i64> {
        match &self.0 {
            Digits::Small { mantissa, scale } => {
                let unit = power_of_ten(*scale)?;
                (mantissa % unit == 0).then(|| mantissa / unit)
            }
            Digits::Big(decimal) if self.is_whole() && decimal.digits() < 40 => decimal.to_i64(),
            Digits::Big(_) => None,
        }
    }

    /// Without its digits after the point, where that fits.
    pub fn truncated_i64(&self) -> Option<i64> {
        self.rounded(0, Rounding::Down)?.to_i64()
    }

    /// Whether it is nought.
    pub fn is_zero(&self) -> bool {
        match &self.0 {
            Digits::Small { mantissa, .. } => *mantissa == 0,
            Digits::Big(decimal) => decimal.is_zero(),
        }
    }

    /// Whether it is below nought.
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Digits::Small { mantissa, .. } => *mantissa < 0,
            Digits::Big(decimal) => decimal.is_negative(),
        }
    }
}

/// `10^exponent`, where it fits.
fn power_of_ten(exponent: u8) -> Option<i64> {
    10_i64.checked_pow(u32::from(exponent))
}

fn digit_count(number: &BigInt) -> i64 {
    BigDecimal::new(number.clone(), 0).digits().cast_signed()
}

impl From<i64> for Number {
    fn from(whole: i64) -> Self {
        Self::small(whole, 0)
    }
}

impl From<u32> for Number {
    fn from(whole: u32) -> Self {
        Self::from(i64::from(whole))
    }
}

impl From<usize> for Number {
    fn from(count: usize) -> Self {
        Self::from(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<Rounding> for RoundingMode {
    fn from(rounding: Rounding) -> Self {
        match rounding {
            Rounding::Up => Self::Up,
            Rounding::Down => Self::Down,
            Rounding::HalfUp => Self::HalfUp,
            Rounding::HalfDown => Self::HalfDown,
            Rounding::HalfEven => Self::HalfEven,
            Rounding::Floor => Self::Floor,
            Rounding::Ceiling => Self::Ceiling,
        }
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        if let Some((left, right, _)) = self.aligned(other) {
            return left.cmp(&right);
        }
        let sign = |number: &Self| i8::from(!number.is_zero()) * if number.is_negative() { -1 } else { 1 };
        let size = || self.magnitude().cmp(&other.magnitude());
        match (sign(self), sign(other)) {
            (1, 1) => size().then_with(|| self.big().cmp(&other.big())),
            (-1, -1) => size().reverse().then_with(|| self.big().cmp(&other.big())),
            (left, right) => left.cmp(&right),
        }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Number {}

impl fmt::Display for Number {
    /// Plain digits without needless noughts (`1.5`, `-0.01`); numbers of more than 60 digits with an exponent (`1E+6000`).
    /// [`Number::read`] takes either back.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Digits::Small { mantissa, scale: 0 } = &self.0 {
            return write!(formatter, "{mantissa}");
        }
        let decimal = self.big().normalized();
        if decimal.fractional_digit_count().abs() > 60 {
            let text = decimal.to_scientific_notation();
            let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
            let sign = if exponent.starts_with('-') { "" } else { "+" };
            write!(formatter, "{digits}E{sign}{exponent}")
        } else {
            formatter.write_str(&decimal.to_plain_string())
        }
    }
}
