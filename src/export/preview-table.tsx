import { Spinner } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { CrmRecord } from '../entities/record';

interface PreviewTableProps {
	columns: string[];
	/** Null while they are read. */
	rows: CrmRecord[] | null;
	cellsOf: ( record: CrmRecord ) => string[];
}

/** The first rows as the file will have them. */
export function PreviewTable( { columns, rows, cellsOf }: PreviewTableProps ) {
	if ( ! rows ) {
		return <Spinner />;
	}
	return (
		// Wider than the screen: it scrolls, also with the keyboard.
		<div className="carnet-export__preview" role="region" aria-labelledby="carnet-export-preview" tabIndex={ 0 }>
			<table className="widefat striped">
				<caption id="carnet-export-preview">{ __( 'The first rows of the file', 'carnet-crm' ) }</caption>
				<thead>
					<tr>
						{ columns.map( ( name ) => (
							<th key={ name } scope="col">
								{ name }
							</th>
						) ) }
					</tr>
				</thead>
				<tbody>
					{ rows.map( ( record ) => (
						<tr key={ record.id }>
							{ cellsOf( record ).map( ( cell, place ) => (
								<td key={ columns[ place ] }>{ cell }</td>
							) ) }
						</tr>
					) ) }
				</tbody>
			</table>
		</div>
	);
}
