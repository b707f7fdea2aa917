//! Powers, roots, logarithms and exponentials, in fixed point with 80 digits so that 34 of them are right.

use super::{Number, Rounding};
use bigdecimal::num_bigint::BigInt;
use bigdecimal::{BigDecimal, One, RoundingMode, Signed, ToPrimitive, Zero};
use std::num::NonZeroU64;

/// Digits after the point of the fixed-point numbers in here.
const POINT: u32 = 80;
/// Digits after the point of which a series is sure.
const SURE: i64 = 75;
/// Digits that intermediate powers keep.
const WORKING_DIGITS: NonZeroU64 = NonZeroU64::new(60).unwrap();

impl Number {
    /// `self` to the power of `exponent`. `None` where mathematics has no answer (`0 ** -1`, `-8 ** 0.5`) or decimal128 no room.
    pub fn power(&self, exponent: &Self) -> Option<Self> {
        if self.is_zero() {
            return (!exponent.is_negative()).then_some(if exponent.is_zero() { Self::ONE } else { Self::ZERO });
        }
        if let Some(whole) = exponent.to_i64() {
            return self.whole_power(whole);
        }
        if *exponent == Self::small(5, 1) {
            return self.square_root();
        }
        if self.is_negative() {
            return None;
        }
        let logarithm = natural_logarithm(&self.big())?;
        exponential(&(logarithm * fixed(&exponent.big())? / one()))
    }

    fn whole_power(&self, exponent: i64) -> Option<Self> {
        let mut result = BigDecimal::one();
        let mut square = self.big();
        let mut left = exponent.unsigned_abs();
        while left > 0 {
            if left & 1 == 1 {
                result = working(result * &square)?;
            }
            left >>= 1;
            if left > 0 {
                square = working(&square * &square)?;
            }
        }
        if exponent < 0 {
            let (digits, scale) = result.into_bigint_and_scale();
            let shift = i64::from(POINT) + super::digit_count(&digits);
            let inverse = BigInt::from(10).pow(u32::try_from(shift).ok()?) / digits;
            return Self::fit(&BigDecimal::new(inverse, shift - scale));
        }
        Self::fit(&result)
    }

    /// The square root; `None` below nought.
    pub fn square_root(&self) -> Option<Self> {
        if self.is_negative() {
            return None;
        }
        let (digits, scale) = self.big().into_bigint_and_scale();
        let shift = 80 + scale.rem_euclid(2);
        let root = (digits * BigInt::from(10).pow(u32::try_from(shift).ok()?)).sqrt();
        Self::fit(&BigDecimal::new(root, i64::midpoint(scale, shift)))
    }

    /// The natural logarithm; `None` at nought and below.
    pub fn natural_logarithm(&self) -> Option<Self> {
        if self.is_negative() || self.is_zero() {
            return None;
        }
        let series = BigDecimal::new(natural_logarithm(&self.big())?, i64::from(POINT));
        Self::fit(&series.with_scale_round(SURE, RoundingMode::HalfEven))
    }

    /// Euler's number to the power of `self`; `None` where decimal128 has no room.
    pub fn exponential(&self) -> Option<Self> {
        let limit = Self::from(20_000_i64);
        if *self > limit {
            return None;
        }
        if *self < limit.negated() {
            return Some(Self::ZERO);
        }
        exponential(&fixed(&self.big())?)
    }

    /// The rest that has the sign of the divisor: `self - divisor * floor(self / divisor)` (FEEL `modulo`).
    pub fn modulo(&self, divisor: &Self) -> Option<Self> {
        if divisor.is_zero() {
            return None;
        }
        let (left, right) = (self.big(), divisor.big());
        let rest = &left % &right;
        if !rest.is_zero() && rest.is_negative() != right.is_negative() {
            return Self::fit(&(rest + right));
        }
        Self::fit(&rest)
    }

    /// The largest whole number that is not above.
    pub fn floor(&self) -> Option<Self> {
        self.rounded(0, Rounding::Floor)
    }
}

/// Cut to the working digits; `None` once it has outgrown anything that decimal128 could hold.
fn working(number: BigDecimal) -> Option<BigDecimal> {
    let number =
        if number.digits() > WORKING_DIGITS.get() { number.with_precision_round(WORKING_DIGITS, RoundingMode::HalfEven) } else { number };
    let exponent = number.digits().cast_signed() - number.fractional_digit_count();
    (exponent.abs() < 20_000).then_some(number)
}

fn one() -> BigInt {
    BigInt::from(10).pow(POINT)
}

fn fixed(number: &BigDecimal) -> Option<BigInt> {
    let exponent = number.digits().cast_signed() - number.fractional_digit_count();
    (exponent < 10_000).then(|| number.with_scale(i64::from(POINT)).into_bigint_and_scale().0)
}

/// In fixed point. `number` is above nought.
fn natural_logarithm(number: &BigDecimal) -> Option<BigInt> {
    let exponent = number.digits().cast_signed() - number.fractional_digit_count();
    let (digits, scale) = number.clone().into_bigint_and_scale();
    let mut mantissa = fixed(&BigDecimal::new(digits, scale + exponent))?;
    // Taking roots brings the mantissa close to one, where the series is short.
    let roots = 6;
    for _ in 0..roots {
        mantissa = (mantissa * one()).sqrt();
    }
    let ten_root = (0..roots).fold(BigInt::from(10) * one(), |root, _| (root * one()).sqrt());
    let logarithm = near_one(&mantissa) << roots;
    let of_ten = near_one(&ten_root) << roots;
    Some(logarithm + of_ten * exponent)
}

/// `2 * artanh((x - 1) / (x + 1))`.
fn near_one(number: &BigInt) -> BigInt {
    let part = (number - one()) * one() / (number + one());
    let square = &part * &part / one();
    let (mut sum, mut power, mut odd) = (BigInt::zero(), part, 1);
    while !power.is_zero() {
        sum += &power / odd;
        power = power * &square / one();
        odd += 2;
    }
    sum * 2
}

/// Of a fixed-point number.
fn exponential(fixed_point: &BigInt) -> Option<Number> {
    let of_ten = natural_logarithm(&BigDecimal::from(10))?;
    let tens = (fixed_point / &of_ten).to_i64()?;
    let halvings = 16;
    let small: BigInt = (fixed_point - &of_ten * tens) >> halvings;
    let (mut sum, mut term, mut index) = (one(), one(), 1);
    while !term.is_zero() && index < 300 {
        term = term * &small / one() / index;
        sum += &term;
        index += 1;
    }
    for _ in 0..halvings {
        sum = &sum * &sum / one();
    }
    Number::fit(&BigDecimal::new(sum.abs(), i64::from(POINT) - tens))
}
