import type { Choice, Config, FieldConfig } from '../entities/boot';

let countries: { locale: string; choices: Choice[] } | null = null;

/** The browser knows the names of countries in every language; the server sends the codes. */
function countryChoices( codes: Choice[], locale: string ): Choice[] {
	if ( countries?.locale !== locale ) {
		const language = locale.replace( '_', '-' );
		const names = new Intl.DisplayNames( [ language ], { type: 'region' } );
		const choices = codes.map( ( { value } ) => ( { value, label: names.of( value ) ?? value } ) );
		choices.sort( ( a, b ) => a.label.localeCompare( b.label, language ) );
		countries = { locale, choices };
	}
	return countries.choices;
}

/**
 * The values a field may take, with their labels and colours; empty for a field without a closed set.
 *
 * @param field  Field facts.
 * @param config The CRM's lists and people.
 */
export function choicesOf( field: FieldConfig, config: Config ): Choice[] {
	if ( field.choices === 'currency' ) {
		return config.currencies.map( ( { code } ) => ( { value: code, label: code } ) );
	}
	if ( field.choices ) {
		return ( config.lists[ field.choices ] ?? [] ).map( ( { key, label, color } ) => ( {
			value: key,
			label,
			color: color ?? null,
		} ) );
	}
	const fixed = field.elements ?? [];
	return field.kind === 'country' ? countryChoices( fixed, config.locale ?? 'en' ) : fixed;
}
