<?php
/**
 * The settings.
 *
 * @package Carnet
 */

namespace Carnet\Settings;

defined( 'ABSPATH' ) || exit;

/**
 * Reads the plugin's one autoloaded option, completed by what is shipped. Saving is Settings_Changes'.
 *
 * @phpstan-type Shape array{lists: array<string, list<array{key: string, label: string, color: string, probability?: int}>>, currencies: list<array{code: string, exponent: int, symbol: string}>, default_currency: string, taxes: list<array{key: string, label: string, rate: string}>, default_tax: string, quotes: array{legal_lines: list<string>, prefix: string, digits: int}, modules: array<string, bool>, crm_only: list<string>, uninstall: string}
 */
final class Settings {

	public const OPTION = 'carnet_settings';

	/**
	 * All settings, in force now and in the reader's language.
	 *
	 * @return Shape
	 */
	public static function all(): array {
		$saved   = (array) get_option( self::OPTION, array() );
		$shipped = self::shipped();
		$all     = array_merge( $shipped, array_intersect_key( $saved, $shipped ) );

		foreach ( array( 'lists', 'quotes', 'modules' ) as $name ) {
			$all[ $name ] = array_merge( $shipped[ $name ], (array) ( $saved[ $name ] ?? array() ) );
		}
		return $all;
	}

	/**
	 * All settings as the API has them: with the rights of roles, which WordPress keeps.
	 *
	 * @return array<string, mixed>
	 */
	public static function with_roles(): array {
		return self::all() + array( 'roles' => Role_Rights::all() );
	}

	/**
	 * How the numbers of new quotes are written.
	 *
	 * @return array{prefix: string, digits: int}
	 */
	public static function numbering(): array {
		$quotes = self::all()['quotes'];
		return array(
			'prefix' => $quotes['prefix'],
			'digits' => $quotes['digits'],
		);
	}

	/**
	 * The rate of the default tax.
	 *
	 * @return string Per cent, a decimal.
	 */
	public static function default_tax_rate(): string {
		return array_column( self::all()['taxes'], 'rate', 'key' )[ self::all()['default_tax'] ] ?? '0';
	}

	/**
	 * The settings as shipped.
	 *
	 * @return Shape
	 */
	private static function shipped(): array {
		return array(
			'lists'            => Lists::shipped(),
			'currencies'       => array(
				self::currency( 'EUR', 2, '€' ),
				self::currency( 'USD', 2, '$' ),
				self::currency( 'GBP', 2, '£' ),
				self::currency( 'CHF', 2, 'CHF' ),
				self::currency( 'CAD', 2, 'CA$' ),
				self::currency( 'JPY', 0, '¥' ),
			),
			'default_currency' => 'EUR',
			'taxes'            => array(
				self::tax( 'standard', __( 'Standard rate', 'carnet-crm' ), '20' ),
				self::tax( 'intermediate', __( 'Intermediate rate', 'carnet-crm' ), '10' ),
				self::tax( 'reduced', __( 'Reduced rate', 'carnet-crm' ), '5.5' ),
				self::tax( 'none', __( 'No tax', 'carnet-crm' ), '0' ),
			),
			'default_tax'      => 'standard',
			'quotes'           => array(
				'legal_lines' => array(),
				'prefix'      => 'Q',
				'digits'      => 4,
			),
			'modules'          => Modules::shipped(),
			'crm_only'         => array(),
			'uninstall'        => 'keep',
		);
	}

	/**
	 * A currency.
	 *
	 * @param string $code     ISO 4217, or a code of one's own.
	 * @param int    $exponent Digits of the minor unit.
	 * @param string $symbol   Shown.
	 * @return array{code: string, exponent: int, symbol: string}
	 */
	private static function currency( string $code, int $exponent, string $symbol ): array {
		return array(
			'code'     => $code,
			'exponent' => $exponent,
			'symbol'   => $symbol,
		);
	}

	/**
	 * A tax.
	 *
	 * @param string $key   Stored.
	 * @param string $label Translated.
	 * @param string $rate  Per cent, a decimal.
	 * @return array{key: string, label: string, rate: string}
	 */
	private static function tax( string $key, string $label, string $rate ): array {
		return array(
			'key'   => $key,
			'label' => $label,
			'rate'  => $rate,
		);
	}
}
