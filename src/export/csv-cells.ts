import type { Config, FieldConfig } from '../entities/boot';
import type { CrmRecord, Tag } from '../entities/record';
import { minorToDecimal } from '../shared/decimal';
import { currencyOf } from '../shared/money';
import { siteTime } from './site-time';

/**
 * Writes the values of records as the texts of a spreadsheet. The twin of includes/Export/Csv_Cells.php;
 * tests/csv-cases.json holds both to the same.
 *
 * @param columns Names, in order.
 * @param fields  Field facts of the noun.
 * @param config  The currencies.
 * @param tags    All tags.
 */
export function csvCells( columns: string[], fields: FieldConfig[], config: Config, tags: Tag[] ) {
	const names = new Map( tags.map( ( { id, name } ) => [ id, name ] ) );
	const kinds = columns.map( ( column ) => fields.find( ( { id } ) => id === column )?.kind );
	const cellOf = ( value: unknown, kind: FieldConfig[ 'kind' ] | undefined, record: CrmRecord ): string => {
		if ( value === null || value === undefined ) {
			return '';
		}
		switch ( kind ) {
			case 'money':
				return minorToDecimal(
					Number( value ),
					currencyOf( String( record.currency ?? '' ), config ).exponent
				);
			case 'datetime':
				return siteTime( String( value ) );
			case 'tags':
				return ( value as number[] ).map( ( id ) => names.get( id ) ?? '' ).join( '|' );
			case 'boolean':
				return value ? '1' : '0';
			case 'array':
				return ( value as unknown[] ).length ? JSON.stringify( value ) : '';
			default:
				return String( value );
		}
	};
	return ( record: CrmRecord ): string[] =>
		columns.map( ( column, index ) => cellOf( record[ column ], kinds[ index ], record ) );
}
