import { fieldConfig } from './boot';

/**
 * The label of a value of a fixed set; the value itself where it is not known.
 *
 * @param entity Noun.
 * @param field  Its field.
 * @param value  Value.
 */
export function labelOfChoice( entity: string, field: string, value: string | null ): string {
	return fieldConfig( entity, field )?.elements?.find( ( choice ) => choice.value === value )?.label ?? value ?? '';
}
