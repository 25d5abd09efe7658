import { Button } from '@wordpress/components';
import { useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { entityConfig } from '../entities/boot';
import { today } from '../entities/days';
import type { Noun } from '../records/noun';
import { useConfig } from '../shared/config-context';
import { useTags } from '../tags/use-tags';
import { csvCells } from './csv-cells';
import { ExportProgress } from './export-progress';
import { fileName } from './file-name';
import { FormatOptions } from './format-options';
import { PreviewTable } from './preview-table';
import { useTypes } from './type-step';
import { useExport } from './use-export';
import type { ExportChoices } from './use-export-choices';
import { useFirstRows } from './use-first-rows';

interface DownloadStepProps {
	noun: Noun;
	choices: ExportChoices;
	/** How many rows there will be; null while they are counted. */
	count: number | null;
}

/** Step 4: what the file will look like, and the file. */
export function DownloadStep( { noun, choices, count }: DownloadStepProps ) {
	const { by, type, query, columns, options, setOptions } = choices;
	const { config } = useConfig();
	const { tags, isLoading } = useTags();
	const types = useTypes( noun, by );
	const rows = useFirstRows( noun.entity, query );
	const { state, run, cancel } = useExport();
	const cellsOf = useMemo(
		() => csvCells( columns, entityConfig( noun.entity ).fields, config, tags ),
		[ columns, noun, config, tags ]
	);
	const isRunning = state.status === 'running';
	const download = () => {
		const wanted = [ query.tags ?? [] ].flat().map( Number );
		const parts = [
			noun.words().plural,
			...types.filter( ( { value } ) => type.split( ',' ).includes( value ) ).map( ( { label } ) => label ),
			...tags.filter( ( { id } ) => wanted.includes( id ) ).map( ( { name } ) => name ),
		];
		void run( { entity: noun.entity, query, columns, cellsOf, options, name: fileName( parts, today() ) } );
	};
	return (
		<>
			<PreviewTable columns={ columns } rows={ isLoading ? null : rows } cellsOf={ cellsOf } />
			<FormatOptions options={ options } onChange={ setOptions } />
			<ExportProgress state={ state } onCancel={ cancel } />
			<Button
				__next40pxDefaultSize
				variant="primary"
				disabled={ ! count || isRunning || isLoading }
				accessibleWhenDisabled
				onClick={ download }
			>
				{ __( 'Download', 'carnet-crm' ) }
			</Button>
		</>
	);
}
