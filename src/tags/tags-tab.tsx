import { Button, Spinner, TextControl } from '@wordpress/components';
import { store as coreStore } from '@wordpress/core-data';
import { useDispatch } from '@wordpress/data';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { KIND } from '../entities/register';
import { keepFocus } from '../shared/keep-focus';
import { useNotify } from '../shared/use-notify';
import { TagRow } from './tag-row';
import { useTags } from './use-tags';

/** All tags, with what they are on: rename, colour, merge, delete, add. Each change is saved at once and can be undone. */
export function TagsTab() {
	const { tags, isLoading } = useTags( true );
	const { saveEntityRecord } = useDispatch( coreStore );
	const [ name, setName ] = useState( '' );
	const notify = useNotify();
	const list = useRef< HTMLUListElement >( null );
	const leaving = useRef< { id: number; index: number } | null >( null );
	useEffect( () => {
		const gone = leaving.current;
		if ( gone && ! tags.some( ( { id } ) => id === gone.id ) ) {
			leaving.current = null;
			const rows = list.current?.children;
			const row = rows?.[ gone.index ] ?? list.current?.lastElementChild;
			keepFocus( row?.querySelector< HTMLInputElement >( 'input[type="text"]' ) );
		}
	}, [ tags ] );
	const add = async () => {
		if ( ! name.trim() ) {
			return;
		}
		try {
			await saveEntityRecord( KIND, 'tag', { name: name.trim() }, { throwOnError: true } );
			setName( '' );
			notify.done( __( 'The tag was added.', 'carnet-crm' ) );
		} catch ( error ) {
			notify.failed( error );
		}
	};
	return (
		<section className="carnet-form__section carnet-panel">
			<h2>{ __( 'Tags', 'carnet-crm' ) }</h2>
			{ isLoading && ! tags.length && <Spinner /> }
			{ ! isLoading && ! tags.length && <p>{ __( 'No tags yet.', 'carnet-crm' ) }</p> }
			<ul ref={ list } className="carnet-rows">
				{ tags.map( ( tag, index ) => (
					<TagRow
						key={ tag.id }
						tag={ tag }
						tags={ tags }
						onLeave={ () => {
							leaving.current = { id: tag.id, index };
						} }
					/>
				) ) }
			</ul>
			<form
				className="carnet-add"
				onSubmit={ ( event ) => {
					event.preventDefault();
					void add();
				} }
			>
				<TextControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'New tag', 'carnet-crm' ) }
					value={ name }
					maxLength={ 60 }
					onChange={ setName }
				/>
				<Button __next40pxDefaultSize variant="secondary" type="submit">
					{ __( 'Add', 'carnet-crm' ) }
				</Button>
			</form>
		</section>
	);
}
