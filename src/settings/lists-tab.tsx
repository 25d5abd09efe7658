import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FieldConfig, ListItem } from '../entities/boot';
import { boot } from '../entities/boot';
import { useUnsavedGuard } from '../router/use-unsaved-guard';
import { ListEditor } from './list-editor';
import { ReplacementDialog } from './replacement-dialog';
import { SaveFoot } from './save-foot';
import { SettingsMissing, SettingsNotice } from './settings-notice';
import type { Replacements } from './use-settings';
import { useSettings } from './use-settings';

/** The lists that some field uses, under the label of the field. */
function listsInUse(): Array< { name: string; title: string } > {
	const fields = Object.values( boot().entities )
		.flatMap( ( entity ) => entity.fields )
		.filter( ( field ): field is FieldConfig & { choices: string } => Boolean( field.choices ) )
		// Currencies are no list of labels: they have codes and decimals.
		.filter( ( { choices } ) => choices !== 'currency' );
	return [ ...new Map( fields.map( ( { choices, label } ) => [ choices, label ] ) ) ].map( ( [ name, title ] ) => ( {
		name,
		title,
	} ) );
}

/** The statuses, sources and other lists that an administrator edits. */
export function ListsTab() {
	const { settings, save, error, forget } = useSettings();
	const [ edited, setEdited ] = useState< Record< string, ListItem[] > >( {} );
	const [ replacements, setReplacements ] = useState< Replacements >( {} );
	const [ isSaving, setIsSaving ] = useState( false );
	const isDirty = Object.keys( edited ).length > 0;
	useUnsavedGuard( isDirty );

	const submit = async ( more: Replacements = replacements ) => {
		setIsSaving( true );
		if ( await save( { lists: edited, replacements: more } ) ) {
			setEdited( {} );
			setReplacements( {} );
		}
		setIsSaving( false );
	};
	if ( ! settings ) {
		return <SettingsMissing error={ error } />;
	}
	const isInUse = error?.code === 'carnet_in_use';
	const itemsOf = ( name: string ) => edited[ name ] ?? settings.lists[ name ] ?? [];
	return (
		<>
			<SettingsNotice error={ isInUse ? null : error } onRemove={ forget } />
			<div className="carnet-form">
				{ listsInUse().map( ( { name, title } ) => (
					<ListEditor
						key={ name }
						title={ title }
						help={
							name === 'deal_stage'
								? __(
										'A deal takes the probability of its stage until someone sets another.',
										'carnet-crm'
									)
								: undefined
						}
						items={ itemsOf( name ) }
						onChange={ ( items ) => setEdited( { ...edited, [ name ]: items } ) }
					/>
				) ) }
			</div>
			<SaveFoot isSaving={ isSaving } canSave={ isDirty } onSave={ () => void submit() } />
			{ isInUse && (
				<ReplacementDialog
					error={ error }
					itemsOf={ itemsOf }
					onCancel={ forget }
					onChoose={ ( list, key, instead ) => {
						const more = { ...replacements, [ list ]: { ...replacements[ list ], [ key ]: instead } };
						setReplacements( more );
						forget();
						void submit( more );
					} }
				/>
			) }
		</>
	);
}
