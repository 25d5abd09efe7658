import type { Field } from '@wordpress/dataviews';
import { useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ComboboxChoice } from '../controls/combobox-choice';
import { DateControl, InstantControl, TimeControl } from '../controls/when-controls';
import { MoneyControl } from '../controls/money-control';
import { relationControl } from '../controls/relation-control';
import { TagsControl } from '../controls/tags-control';
import type { Config, FieldConfig, FieldKind } from '../entities/boot';
import { can, entityConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { choicesOf } from '../shared/choices';
import { useConfig } from '../shared/config-context';
import { FieldValue } from './field-value';
import type { Noun } from './noun';

type FormField = Field< CrmRecord >;

const TYPES: Partial< Record< FieldKind, FormField[ 'type' ] > > = {
	email: 'email',
	url: 'url',
	telephone: 'telephone',
	integer: 'integer',
	boolean: 'boolean',
	tags: 'array',
	array: 'array',
};

/**
 * Whether the person may write a field: the owner only where they may see others' records.
 *
 * @param field Field facts.
 */
function isWritable( field: FieldConfig ): boolean {
	return field.kind === 'owner' ? field.id === 'owner_id' && can( 'carnet_others' ) : ! field.readonly;
}

function choiceField( field: FieldConfig, config: Config ): Partial< FormField > {
	const choices = choicesOf( field, config ).map( ( { value, label } ) => ( {
		value,
		label,
	} ) );
	const none = { value: '', label: __( 'Not set', 'carnet-crm' ) };
	// The combobox of the countries has a button that empties it; a select needs an option for that.
	const hasNone = field.nullable && field.kind !== 'country';
	return { elements: hasNone ? [ none, ...choices ] : choices };
}

function controlOf( field: FieldConfig, config: Config ): Partial< FormField > {
	switch ( field.kind ) {
		case 'longtext':
			return { Edit: { control: 'textarea', rows: 5 } };
		case 'money':
			return { Edit: MoneyControl };
		case 'date':
			return { Edit: DateControl };
		case 'time':
			return { Edit: TimeControl };
		case 'datetime':
			return { Edit: InstantControl };
		case 'boolean':
			return { Edit: 'checkbox' };
		case 'choice':
			// From ten on DataViews would take its combobox, whose ids are counted apart from those of our own.
			return { ...choiceField( field, config ), Edit: 'select' };
		case 'country':
			return { ...choiceField( field, config ), Edit: ComboboxChoice };
		case 'relation':
			return field.relation ? { Edit: relationControl( field.relation ) } : {};
		case 'tags':
			return { Edit: TagsControl };
		case 'owner':
			return {
				elements: config.people.map( ( { id, name } ) => ( {
					value: String( id ),
					label: name,
				} ) ),
				isValid: { required: true },
				getValue: ( { item } ) => String( item[ field.id ] ?? '' ),
				setValue: ( { value } ) => ( { [ field.id ]: Number( value ) } ),
				Edit: ComboboxChoice,
			};
		default:
			return {};
	}
}

/**
 * The fields of a noun's form that the person may write, each with the control of its kind.
 *
 * @param noun The noun.
 */
export function useFormFields( noun: Noun ): FormField[] {
	const { config } = useConfig();
	return useMemo(
		() =>
			entityConfig( noun.entity )
				.fields.filter( isWritable )
				.map( ( field ): FormField => {
					const Own = noun.controls?.[ field.id ];
					return {
						id: field.id,
						label: field.label,
						type: TYPES[ field.kind ] ?? 'text',
						isValid: {
							required: field.required ?? false,
							...( field.maxLength && {
								maxLength: field.maxLength,
							} ),
						},
						...controlOf( field, config ),
						...( Own && { Edit: Own } ),
						render: ( { item } ) => <FieldValue field={ field } record={ item } />,
					};
				} ),
		[ noun, config ]
	);
}
