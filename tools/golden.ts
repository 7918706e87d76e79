process.stdout.write('no golden incidents yet\n');
