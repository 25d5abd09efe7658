import { speak } from '@wordpress/a11y';
import { Button, RadioControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { plus } from '@wordpress/icons';
import type { Noun } from '../records/noun';
import { ColumnList } from './column-list';
import type { PresetName } from './export-columns';
import { exportColumns } from './export-columns';
import type { ExportChoices } from './use-export-choices';

interface FieldsStepProps {
	noun: Noun;
	choices: ExportChoices;
}

function presetLabels(): Record< PresetName, string > {
	return {
		names: __( 'Names and email', 'carnet-crm' ),
		list: __( 'Columns of the list', 'carnet-crm' ),
		all: __( 'Everything', 'carnet-crm' ),
	};
}

/** Step 2: which columns, in which order. */
export function FieldsStep( { noun, choices: { presets, columns, setColumns } }: FieldsStepProps ) {
	const all = exportColumns( noun.entity );
	const chosen = columns.flatMap( ( id ) => all.find( ( column ) => column.id === id ) ?? [] );
	const others = all.filter( ( { id } ) => ! columns.includes( id ) );
	const names = Object.keys( presets ) as PresetName[];
	const current = names.find( ( name ) => presets[ name ]?.join() === columns.join() );
	return (
		<>
			<RadioControl
				label={ __( 'Columns', 'carnet-crm' ) }
				selected={ current ?? 'own' }
				options={ [
					...names.map( ( name ) => ( { value: name as string, label: presetLabels()[ name ] } ) ),
					...( current ? [] : [ { value: 'own', label: __( 'Your own choice', 'carnet-crm' ) } ] ),
				] }
				onChange={ ( name ) => setColumns( presets[ name as PresetName ] ?? columns ) }
			/>
			<div className="carnet-export__columns">
				<section>
					<h3>{ __( 'In the file, in this order', 'carnet-crm' ) }</h3>
					<ColumnList columns={ chosen } onChange={ setColumns } />
				</section>
				{ others.length > 0 && (
					<section>
						<h3>{ __( 'Not in the file', 'carnet-crm' ) }</h3>
						<ul className="carnet-export__others">
							{ others.map( ( { id, label } ) => (
								<li key={ id }>
									<Button
										size="compact"
										variant="secondary"
										icon={ plus }
										text={ label }
										/* translators: %s: label of a column. */
										aria-label={ sprintf( __( 'Add %s', 'carnet-crm' ), label ) }
										onClick={ () => {
											setColumns( [ ...columns, id ] );
											/* translators: %s: label of a column. */
											speak( sprintf( __( '%s was added.', 'carnet-crm' ), label ) );
										} }
									/>
								</li>
							) ) }
						</ul>
					</section>
				) }
			</div>
		</>
	);
}
