import { useState } from '@wordpress/element';
import { useUnsavedGuard } from '../router/use-unsaved-guard';
import type { Settings } from './use-settings';
import { useSettings } from './use-settings';

/**
 * The settings of a tab while they are edited: what is stored with what was changed over it, and saving that.
 */
export function useEditedSettings() {
	const { settings: stored, save, error, forget } = useSettings();
	const [ edited, setEdited ] = useState< Partial< Settings > >( {} );
	const [ isSaving, setIsSaving ] = useState( false );
	const isDirty = Object.keys( edited ).length > 0;
	useUnsavedGuard( isDirty );
	return {
		stored,
		settings: stored && { ...stored, ...edited },
		edit: ( changes: Partial< Settings > ) => setEdited( { ...edited, ...changes } ),
		/** Saves what was edited, in the form that the API takes; resolves to whether that went well. */
		submit: async ( prepare: ( edited: Partial< Settings > ) => Partial< Settings > = ( same ) => same ) => {
			setIsSaving( true );
			const isSaved = await save( prepare( edited ) );
			if ( isSaved ) {
				setEdited( {} );
			}
			setIsSaving( false );
			return isSaved;
		},
		isDirty,
		isSaving,
		error,
		forget,
	};
}
