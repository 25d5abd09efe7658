import type { FieldConfig, FieldKind } from '../entities/boot';

const TEXTS: FieldKind[] = [ 'text', 'longtext', 'email', 'url', 'telephone' ];

/**
 * Whether the server lets a field be empty.
 *
 * @param field Field facts.
 */
export function canBeEmpty( field: FieldConfig ): boolean {
	return ! field.required && ( Boolean( field.nullable ) || TEXTS.includes( field.kind ) );
}

/**
 * What a field holds that is empty.
 *
 * @param field Field facts.
 */
export function emptyValue( field: FieldConfig ): null | '' {
	return field.nullable ? null : '';
}

/**
 * Whether there is something to give to the records.
 *
 * @param value Value of a form.
 */
export function hasValue( value: unknown ): boolean {
	return value !== undefined && value !== null && String( value ).trim() !== '';
}
